package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;

/// Activations that let what is above 0 through and cut off, or shrink, what is below.
///
/// - input and output: `[batch, ...]`
public sealed interface Rectifier extends Activation {
    /// Cuts off what is below 0: `max(x, 0)` (Nair and Hinton 2010).
    record Relu() implements Rectifier {
        @Override
        public Tensor apply(Tensor x) {
            return x.relu();
        }

        @Override
        public String toString() {
            return "RELU";
        }
    }

    /// Cuts off what is below 0 and what is above 6, so that numbers of few bits suffice: `min(max(x,
    /// 0), 6)` (Krizhevsky 2010).
    record Relu6() implements Rectifier {
        @Override
        public Tensor apply(Tensor x) {
            return x.clamp(0, 6);
        }

        @Override
        public String toString() {
            return "RELU6";
        }
    }

    /// Cuts off what is below 0 and squares the rest: `max(x, 0)²` (So and others 2021).
    record ReluSquared() implements Rectifier {
        @Override
        public Tensor apply(Tensor x) {
            return x.relu().square();
        }

        @Override
        public String toString() {
            return "RELU_SQUARED";
        }
    }

    /// Lets a little through below 0, so that a unit can recover: `x` above 0, `slope × x` below (Maas,
    /// Hannun and Ng 2013). [Prelu] learns the slope.
    ///
    /// @param slope what a number below 0 is multiplied by
    record LeakyRelu(double slope) implements Rectifier {
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
    record Elu(double alpha) implements Rectifier {
        @Override
        public Tensor apply(Tensor x) {
            return x.greater(0).where(x, below(x).exp().sub(1).mul(alpha));
        }

        @Override
        public String toString() {
            return "elu(" + alpha + ")";
        }
    }

    /// [Elu] whose slope is 1 at 0 whatever `alpha` is: `x` above 0, `alpha (e^(x / alpha) - 1)` below
    /// (Barron 2017).
    ///
    /// @param alpha the limit below, without its sign
    record Celu(double alpha) implements Rectifier {
        /// Checks the limit.
        public Celu {
            if (!(alpha > 0)) {
                throw new IllegalArgumentException(
                        "celu was given alpha = %s: the limit must be above 0".formatted(alpha));
            }
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.greater(0).where(x, below(x).div(alpha).exp().sub(1).mul(alpha));
        }

        @Override
        public String toString() {
            return "celu(" + alpha + ")";
        }
    }

    /// [Elu] scaled by just so much that numbers of mean 0 and deviation 1 stay so from layer to layer:
    /// `λ x` above 0, `λ α (e^x - 1)` below, with `α = 1.6733` and `λ = 1.0507` (Klambauer,
    /// Unterthiner, Mayr and Hochreiter 2017). It wants weights from `leCunNormal()`, which are the
    /// default before it, and [AlphaDropout].
    record Selu() implements Rectifier {
        static final double ALPHA = 1.6732632423543772848;
        static final double SCALE = 1.0507009873554804934;

        @Override
        public Tensor apply(Tensor x) {
            var bent = below(x).exp().sub(1).mul(ALPHA);
            return x.greater(0).where(x, bent).mul(SCALE);
        }

        @Override
        public String toString() {
            return "SELU";
        }
    }

    /// A rectifier without a corner: `log(1 + e^x)` (Dugas, Bengio, Bélisle, Nadeau and Garcia 2001).
    record Softplus() implements Rectifier {
        @Override
        public Tensor apply(Tensor x) {
            return x.softplus();
        }

        @Override
        public String toString() {
            return "SOFTPLUS";
        }
    }

    /// Replaces what does not rise above a threshold: `x` above it, `value` elsewhere.
    ///
    /// @param threshold what a number must exceed to stay
    /// @param value what stands for the others
    record Threshold(double threshold, double value) implements Rectifier {
        @Override
        public Tensor apply(Tensor x) {
            return x.greater(threshold).where(x, Tensor.zerosLike(x).add(value));
        }

        @Override
        public String toString() {
            return "threshold(" + threshold + ", " + value + ")";
        }
    }

    /// Returns the numbers that are not above 0, and 0 for the others: e^x of a large x would be
    /// infinite, and infinity times a gradient of 0 is not a number.
    private static Tensor below(Tensor x) {
        return x.greater(0).where(Tensor.zerosLike(x), x);
    }
}
