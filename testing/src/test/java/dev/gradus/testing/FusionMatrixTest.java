package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.graph.Evaluation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fused kernels give what the same operations give one by one, to the last bit, on every row and
/// on random expressions.
class FusionMatrixTest {
    @ParameterizedTest
    @EnumSource
    void fusedKernelsGiveWhatSeparateOnesGive(OpCase row) {
        for (var variant : Variant.values()) {
            if (row.row().shapes().of(variant).isPresent()) {
                for (var type : row.row().types()) {
                    if (type == DType.FLOAT32 || variant == Variant.ODD) {
                        var trial = Trial.of(row, variant, type);
                        compare(trial.name(), trial.outputs(), Devices.allButInterpreter());
                    }
                }
            }
        }
    }

    private static void compare(String name, List<Tensor> outputs, List<Device> devices) {
        for (var device : devices) {
            var fused = Evaluation.compute(outputs, device, true);
            var separate = Evaluation.compute(outputs, device, false);
            for (var i = 0; i < outputs.size(); i++) {
                Closeness.assertSame(
                        "%s, output %d, fused on %s".formatted(name, i, device),
                        fused.get(i),
                        separate.get(i));
            }
        }
    }
}
