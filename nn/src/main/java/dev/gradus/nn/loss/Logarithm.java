package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The logarithm of a probability, which may be 0.
final class Logarithm {
    /// Near the smallest number that `float32` holds with full precision.
    private static final double SMALLEST = 1e-37;

    private Logarithm() {}

    static Tensor of(Tensor probability) {
        return probability.maximum(SMALLEST).log();
    }
}
