package dev.gradus.tensor;

import dev.gradus.tensor.backend.Backend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/// Where numbers are computed: by the fastest backend found, unless [#run] says otherwise.
public final class Device {
    /// The slow and obvious definition of every operation; always there.
    public static final Device INTERPRETER = new Device("interpreter", Optional.empty());

    private static final ScopedValue<Device> CHOSEN = ScopedValue.newInstance();

    private final String name;
    private final Optional<Backend> backend;

    private Device(String name, Optional<Backend> backend) {
        this.name = name;
        this.backend = backend;
    }

    /// Returns a device that runs kernels on `backend`.
    public static Device of(Backend backend) {
        return new Device(backend.name(), Optional.of(backend));
    }

    /// Returns the devices that can be used here, the preferred one first.
    public static List<Device> all() {
        return Found.READY;
    }

    /// Returns every backend that was found, ready or not, for `gradus doctor`.
    public static List<Backend> backends() {
        return Found.BACKENDS;
    }

    /// Returns the device in use.
    public static Device current() {
        return CHOSEN.isBound() ? CHOSEN.get() : Found.READY.getFirst();
    }

    /// Runs `action` with all its computing done on `device`.
    public static <T> T run(Device device, Supplier<T> action) {
        return ScopedValue.where(CHOSEN, device).call(action::get);
    }

    /// Returns the name by which people know it.
    public String name() {
        return name;
    }

    /// Returns the backend, or nothing for the interpreter.
    public Optional<Backend> backend() {
        return backend;
    }

    @Override
    public String toString() {
        return name;
    }

    /// Looked for once, when the first number is asked for.
    private static final class Found {
        static final List<Backend> BACKENDS = find();
        static final List<Device> READY = ready();

        private static List<Backend> find() {
            var found = new ArrayList<Backend>();
            ServiceLoader.load(Backend.class, Device.class.getClassLoader()).forEach(found::add);
            return found;
        }

        private static List<Device> ready() {
            var ready = new ArrayList<Device>();
            BACKENDS.stream()
                    .filter(backend -> backend.availability() instanceof Backend.Availability.Ready)
                    .sorted(Comparator.comparingInt(Backend::priority).reversed())
                    .map(Device::of)
                    .forEach(ready::add);
            ready.add(INTERPRETER);
            return List.copyOf(ready);
        }
    }
}
