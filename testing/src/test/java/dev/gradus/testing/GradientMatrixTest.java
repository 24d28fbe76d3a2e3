package dev.gradus.testing;

import dev.gradus.tensor.DType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients agree with finite differences, and so do gradients of gradients.
class GradientMatrixTest {
    @ParameterizedTest
    @MethodSource("differentiable")
    void theGradientAgreesWithFiniteDifferences(OpCase row) {
        for (var variant : Variant.values()) {
            if (applies(row, variant)) {
                var trial = Trial.of(row, variant, DType.FLOAT64);
                GradientCheck.check(trial.name(), trial.formula(), trial.leaves());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twiceDifferentiable")
    void theGradientOfTheGradientAgreesWithFiniteDifferences(OpCase row) {
        var trial = Trial.of(row, Variant.ODD, DType.FLOAT64);
        GradientCheck.checkSecond(trial.name(), trial.formula(), trial.leaves());
    }

    private static Stream<OpCase> differentiable() {
        return Arrays.stream(OpCase.values()).filter(row -> row.row().differentiable());
    }

    private static Stream<OpCase> twiceDifferentiable() {
        return differentiable().filter(row -> applies(row, Variant.ODD));
    }

    private static boolean applies(OpCase row, Variant variant) {
        return variant.isSmall() && row.row().shapes().of(variant).isPresent();
    }
}
