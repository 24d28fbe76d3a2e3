package dev.gradus.studio.playground;

import dev.gradus.nn.Losses;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;

/// What counts as wrong, and how much.
enum Measure {
    CROSS_ENTROPY("crossEntropy", "binaryCrossEntropy(answers, labels)"),
    SQUARED_ERROR(
            "squaredError", "meanSquaredError(answers, labels.cast(DType.FLOAT32).mul(2).sub(1))");

    private final String word;
    private final String program;

    Measure(String word, String program) {
        this.word = word;
        this.program = program;
    }

    /// Returns how wrong answers are.
    ///
    /// @param answers one number for each point, above 0 for plus
    /// @param labels 1 for plus, 0 for minus
    Tensor of(Tensor answers, Tensor labels) {
        return switch (this) {
            case CROSS_ENTROPY -> Losses.binaryCrossEntropy(answers, labels);
            case SQUARED_ERROR -> ofNumbers(answers, labels.cast(DType.FLOAT32).mul(2).sub(1));
        };
    }

    /// Returns how wrong answers are that should be numbers.
    static Tensor ofNumbers(Tensor answers, Tensor targets) {
        return Losses.meanSquaredError(answers, targets);
    }

    /// Returns the name of its method in a program.
    String word() {
        return word;
    }

    /// Returns how it is written in a program that has `answers` and `labels`.
    String program() {
        return program;
    }
}
