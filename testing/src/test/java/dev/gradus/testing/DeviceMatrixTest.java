package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.graph.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every backend gives what the interpreter defines, for every row, shape and type, forward and
/// backward.
class DeviceMatrixTest {
    @Test
    void theBackendOfTheProductIsAmongTheDevices() {
        assertThat(Device.all()).extracting(Device::name).contains("jvm", "interpreter");
    }

    @ParameterizedTest
    @EnumSource
    void everyBackendAgreesWithTheInterpreter(OpCase row) {
        for (var variant : Variant.values()) {
            if (row.row().shapes().of(variant).isPresent()) {
                for (var type : row.row().types(variant)) {
                    compare(Trial.of(row, variant, type), variant);
                }
            }
        }
    }

    private static void compare(Trial trial, Variant variant) {
        var outputs = trial.outputs();
        // the definition is slow on large inputs, so it is asked only once there
        var exact =
                variant != Variant.EXTREME ? Evaluation.computeExactly(outputs) : List.<Buffer>of();
        var interpreted =
                variant != Variant.LARGE
                        ? Evaluation.compute(outputs, Device.INTERPRETER, true)
                        : exact;
        for (var device : Devices.allButInterpreter()) {
            var computed = Evaluation.compute(outputs, device, true);
            for (var i = 0; i < outputs.size(); i++) {
                Closeness.assertAsGood(
                        "%s, output %d on %s".formatted(trial.name(), i, device),
                        computed.get(i),
                        interpreted.get(i),
                        variant != Variant.EXTREME ? exact.get(i) : interpreted.get(i),
                        Effort.of(List.of(outputs.get(i))),
                        0);
            }
        }
    }
}
