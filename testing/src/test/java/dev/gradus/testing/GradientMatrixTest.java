package dev.gradus.testing;

import dev.gradus.tensor.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Gradients agree with finite differences, and so do gradients of gradients.
class GradientMatrixTest {
    @ParameterizedTest
    @EnumSource
    void theGradientAgreesWithFiniteDifferences(OpCase row) {
        for (var variant : Variant.values()) {
            if (applies(row, variant)) {
                var trial = Trial.of(row, variant, DType.FLOAT64);
                GradientCheck.check(trial.name(), trial.formula(), trial.leaves());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGradientOfTheGradientAgreesWithFiniteDifferences(OpCase row) {
        if (applies(row, Variant.ODD)) {
            var trial = Trial.of(row, Variant.ODD, DType.FLOAT64);
            GradientCheck.checkSecond(trial.name(), trial.formula(), trial.leaves());
        }
    }

    private static boolean applies(OpCase row, Variant variant) {
        return variant.isSmall()
                && row.row().differentiable()
                && row.row().shapes().of(variant).isPresent();
    }
}
