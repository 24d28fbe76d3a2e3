package dev.gradus.studio.playground;

import dev.gradus.nn.Losses;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;

/// What counts as wrong, and how much.
enum Measure {
    CROSS_ENTROPY("binaryCrossEntropy(answers, labels)"),
    SQUARED_ERROR("meanSquaredError(answers, labels.cast(DType.FLOAT32).mul(2).sub(1))");

    private final String program;

    Measure(String program) {
        this.program = program;
    }

    /// Returns how wrong answers are.
    ///
    /// @param answers one number for each point, above 0 for plus
    /// @param labels 1 for plus, 0 for minus
    Tensor of(Tensor answers, Tensor labels) {
        return switch (this) {
            case CROSS_ENTROPY -> Losses.binaryCrossEntropy(answers, labels);
            case SQUARED_ERROR ->
                    Losses.meanSquaredError(answers, labels.cast(DType.FLOAT32).mul(2).sub(1));
        };
    }

    /// Returns how it is written in a program that has `answers` and `labels`.
    String program() {
        return program;
    }
}
