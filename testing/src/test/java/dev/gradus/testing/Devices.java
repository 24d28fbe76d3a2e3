package dev.gradus.testing;

import dev.gradus.tensor.Device;
import java.util.List;
import java.util.stream.Stream;

/// The devices that tests run on.
final class Devices {
    /// Kernels run by the interpreter: always there, slow.
    static final Device REFERENCE = Device.of(new ReferenceBackend());

    private Devices() {}

    /// Returns every backend that is ready here, without the interpreter.
    static List<Device> allButInterpreter() {
        return Device.all().stream().filter(device -> device.backend().isPresent()).toList();
    }

    /// Returns every backend and the reference.
    static List<Device> allThatRunKernels() {
        return Stream.concat(allButInterpreter().stream(), Stream.of(REFERENCE)).toList();
    }
}
