package dev.gradus.nn.loss;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.Tensor;

/// A price on large weights, added to the loss so that the network stays as simple as it can:
/// `strength Σ weight²` (Krogh and Hertz 1991).
///
/// ```java
/// var loss = crossEntropy(net.apply(x), labels).add(l2(1e-4).penalty(net));
/// ```
///
/// @param strength the price
public record L2(double strength) {
    /// Checks the price.
    public L2 {
        if (!(strength >= 0)) {
            throw new IllegalArgumentException(
                    "l2 was given the strength %s: give 0 or more, such as 1e-4"
                            .formatted(strength));
        }
    }

    /// Returns the price of the weights of `layer`, a scalar. Biases and scales, which have a
    /// single axis, cost nothing.
    public Tensor penalty(Layer layer) {
        return Parameters.trainable(layer).values().stream()
                .filter(parameter -> parameter.rank() >= 2)
                .map(weight -> weight.square().sum())
                .reduce(Tensor::add)
                .map(sum -> sum.mul(strength))
                .orElse(Tensor.scalar(0));
    }

    @Override
    public String toString() {
        return "l2(" + strength + ")";
    }
}
