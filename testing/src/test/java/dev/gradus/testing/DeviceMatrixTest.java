package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.graph.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every backend gives what the interpreter defines, for every row, shape and type, forward and backward.
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
                for (var type : row.row().types()) {
                    compare(Trial.of(row, variant, type));
                }
            }
        }
    }

    private static void compare(Trial trial) {
        var outputs = trial.outputs();
        var interpreted = Evaluation.compute(outputs, Device.INTERPRETER, true);
        // only float32 is less exact than it could be
        var exact = trial.isSingle() ? Evaluation.computeExactly(outputs) : interpreted;
        for (var device : Devices.allButInterpreter()) {
            var computed = Evaluation.compute(outputs, device, true);
            for (var i = 0; i < outputs.size(); i++) {
                Closeness.assertAsGood(
                        "%s, output %d on %s".formatted(trial.name(), i, device),
                        computed.get(i),
                        interpreted.get(i),
                        exact.get(i),
                        Effort.of(List.of(outputs.get(i))),
                        0);
            }
        }
    }
}
