package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How losses with a margin read yes and no.
final class Signs {
    private Signs() {}

    /// Returns 1 for yes and -1 for no, in the type of `output`. Yes is true or a number above 0, so
    /// that targets may be truth values, 0 and 1, or -1 and 1.
    ///
    /// @throws dev.gradus.tensor.ShapeException if the shapes differ
    static Tensor of(Object loss, Tensor output, Tensor target) {
        var truth = Pairs.matching(loss, output, target);
        return truth.greater(0).cast(output.type()).mul(2).sub(1);
    }
}
