package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.graph.Evaluation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The interpreter gives what PyTorch gives, forward and backward; where PyTorch has no equal, what
/// a plain loop gives.
class GoldenMatrixTest {
    private static final double FLOAT64 = 1e-11;
    private static final double FLOAT32 = 5e-6;

    @ParameterizedTest
    @EnumSource
    void theInterpreterGivesTheGoldenValues(OpCase row) {
        if (row.row().withoutPyTorch().isPresent()) {
            PlainDefinitions.check(row);
        } else {
            var cases = Golden.of(row);
            assertThat(cases).as("goldens of %s: run tools/goldens/op_goldens.py", row).isPresent();
            compare(row, cases.orElseThrow());
        }
    }

    private static void compare(OpCase row, Map<Golden.Key, Golden> cases) {
        for (var variant : Variant.values()) {
            for (var type : DType.values()) {
                if (GoldenInputs.isAsked(row, variant, type)) {
                    var golden = cases.get(new Golden.Key(variant, type));
                    assertThat(golden)
                            .as("%s %s %s: run tools/goldens/op_goldens.py", row, variant, type)
                            .isNotNull();
                    compare(row, variant, type, golden);
                }
            }
        }
    }

    private static void compare(OpCase row, Variant variant, DType type, Golden golden) {
        for (var looks : variant == Variant.ODD ? Variant.values() : new Variant[] {variant}) {
            if (looks == variant || Placement.of(looks) != Placement.DENSE) {
                compareOne(row, looks, type, golden);
                if (type == DType.FLOAT64 && row.row().types().contains(DType.FLOAT32)) {
                    compareOne(row, looks, DType.FLOAT32, golden);
                }
            }
        }
    }

    private static void compareOne(OpCase row, Variant variant, DType type, Golden golden) {
        var trial = Trial.of(row, variant, type, golden.shapes(), golden.inputs());
        var tolerance = type == DType.FLOAT64 ? FLOAT64 : FLOAT32;
        assertThat(trial.result().shape()).as(trial.name()).isEqualTo(golden.result().shape());
        var result = Evaluation.compute(List.of(trial.result()), Device.INTERPRETER, true);
        Closeness.assertClose(trial.name(), result.getFirst(), golden.result().buffer(), tolerance);
        if (Placement.of(variant) == Placement.DENSE) {
            var gradients = Evaluation.compute(trial.gradients(), Device.INTERPRETER, true);
            assertThat(gradients).as(trial.name()).hasSameSizeAs(golden.gradients());
            for (var i = 0; i < gradients.size(); i++) {
                Closeness.assertClose(
                        trial.name() + ", gradient " + i,
                        gradients.get(i),
                        golden.gradients().get(i).buffer(),
                        tolerance);
            }
        }
    }
}
