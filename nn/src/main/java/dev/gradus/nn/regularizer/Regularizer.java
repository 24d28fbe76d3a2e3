package dev.gradus.nn.regularizer;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.Tensor;

/// A price on the weights of a network, added to the loss so that it stays simple.
///
/// ```java
/// var loss = crossEntropy(net.apply(x), labels).add(l2(1e-4).penalty(net));
/// ```
///
/// One of one's own is its formula: `Regularizer r = weight -> weight.abs().max().mul(1e-3);`
@FunctionalInterface
public interface Regularizer {
    /// Returns the price of one weight, or of any other tensor such as what a layer puts out: a
    /// scalar.
    Tensor penalty(Tensor weight);

    /// Returns the price of the weights of `layer`, a scalar. Biases and scales, which have a single
    /// axis, cost nothing, nor does what is not trained.
    default Tensor penalty(Layer layer) {
        return Parameters.trainable(layer).values().stream()
                .filter(parameter -> parameter.rank() >= 2)
                .map(this::penalty)
                .reduce(Tensor::add)
                .orElse(Tensor.scalar(0));
    }

    /// Returns a price that is the sum of this one and `other`.
    default Regularizer plus(Regularizer other) {
        return new Sum(this, other);
    }

    /// Two prices together.
    ///
    /// @param first one price
    /// @param second the other price
    record Sum(Regularizer first, Regularizer second) implements Regularizer {
        @Override
        public Tensor penalty(Tensor weight) {
            return first.penalty(weight).add(second.penalty(weight));
        }

        @Override
        public String toString() {
            return first + ".plus(" + second + ")";
        }
    }
}
