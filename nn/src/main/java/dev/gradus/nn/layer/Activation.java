package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// The bend in a network: a function applied to each number by itself, without which any number of
/// layers would be no more than one.
///
/// An activation is given to a layer, `dense(128, RELU)`, or stands alone as a layer of its own.
///
/// - input and output: `[batch, ...]`
public sealed interface Activation extends Stateless {
    /// No bend: `y = x`.
    Activation LINEAR = new Linear();

    /// `max(x, 0)`; the usual choice.
    Activation RELU = new Relu();

    /// [LeakyRelu] with a slope of 0.01.
    Activation LEAKY_RELU = new LeakyRelu(0.01);

    /// [Elu] that tends to -1.
    Activation ELU = new Elu(1);

    /// `x Φ(x)`; the usual choice in transformers.
    Activation GELU = new Gelu();

    /// `x / (1 + e^-x)`.
    Activation SILU = new Silu();

    /// `1 / (1 + e^-x)`: between 0 and 1, for probabilities.
    Activation SIGMOID = new Sigmoid();

    /// The hyperbolic tangent: between -1 and 1.
    Activation TANH = new Tanh();

    /// Positive numbers that sum to 1 along the last axis. The cross-entropy loss wants the numbers
    /// before it, so a network that is trained with it ends without one.
    Activation SOFTMAX = new Softmax();

    /// Leaves each number as it is.
    record Linear() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x;
        }

        @Override
        public String toString() {
            return "LINEAR";
        }
    }

    /// Cuts off what is below 0: `max(x, 0)` (Nair and Hinton 2010).
    record Relu() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.relu();
        }

        @Override
        public String toString() {
            return "RELU";
        }
    }

    /// Lets a little through below 0, so that a unit can recover: `x` above 0, `slope × x` below
    /// (Maas, Hannun and Ng 2013).
    ///
    /// @param slope what a number below 0 is multiplied by
    record LeakyRelu(double slope) implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.greater(0).where(x, x.mul(slope));
        }

        @Override
        public String toString() {
            return "leakyRelu(" + slope + ")";
        }
    }

    /// Tends smoothly to `-alpha`: `x` above 0, `alpha (e^x - 1)` below (Clevert, Unterthiner and
    /// Hochreiter 2015).
    ///
    /// @param alpha the limit below, without its sign
    record Elu(double alpha) implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            var above = x.greater(0);
            // e^x of a large x would be infinite, and infinity times a gradient of 0 is not a
            // number
            var below = above.where(Tensor.zerosLike(x), x);
            return above.where(x, below.exp().sub(1).mul(alpha));
        }

        @Override
        public String toString() {
            return "elu(" + alpha + ")";
        }
    }

    /// Weighs each number by the chance that a normal variable is below it: `x (1 + erf(x / √2)) /
    /// 2` (Hendrycks and Gimpel 2016).
    record Gelu() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.mul(Math.sqrt(0.5)).erf().add(1)).mul(0.5);
        }

        @Override
        public String toString() {
            return "GELU";
        }
    }

    /// Weighs each number by its own sigmoid: `x / (1 + e^-x)` (Elfwing, Uchibe and Doya 2017).
    record Silu() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.sigmoid());
        }

        @Override
        public String toString() {
            return "SILU";
        }
    }

    /// Squeezes any number between 0 and 1: `1 / (1 + e^-x)`.
    record Sigmoid() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.sigmoid();
        }

        @Override
        public String toString() {
            return "SIGMOID";
        }
    }

    /// Squeezes any number between -1 and 1.
    record Tanh() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }

        @Override
        public String toString() {
            return "TANH";
        }
    }

    /// Turns numbers into shares of 1: `e^x / Σ e^x` along the last axis.
    record Softmax() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.softmax(-1);
        }

        @Override
        public String toString() {
            return "SOFTMAX";
        }
    }
}
