package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;

/// Activations that squeeze all numbers between two limits, or towards one.
///
/// - input and output: `[batch, ...]`
public sealed interface Squash extends Activation {
    /// Squeezes any number between 0 and 1: `1 / (1 + e^-x)`.
    record Sigmoid() implements Squash {
        @Override
        public Tensor apply(Tensor x) {
            return x.sigmoid();
        }

        @Override
        public String toString() {
            return "SIGMOID";
        }
    }

    /// [Sigmoid] drawn with a ruler, which is cheap: `min(max(x + 3, 0), 6) / 6` (Howard and others
    /// 2019).
    record HardSigmoid() implements Squash {
        @Override
        public Tensor apply(Tensor x) {
            return x.add(3).clamp(0, 6).div(6);
        }

        @Override
        public String toString() {
            return "HARD_SIGMOID";
        }
    }

    /// The logarithm of [Sigmoid], computed without ever taking the logarithm of 0: `-log(1 + e^-x)`.
    record LogSigmoid() implements Squash {
        @Override
        public Tensor apply(Tensor x) {
            return x.neg().softplus().neg();
        }

        @Override
        public String toString() {
            return "LOG_SIGMOID";
        }
    }

    /// Squeezes any number between -1 and 1.
    record Tanh() implements Squash {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }

        @Override
        public String toString() {
            return "TANH";
        }
    }

    /// Cuts off what lies outside of two limits: `min(max(x, low), high)` (Collobert 2004).
    ///
    /// @param low the smallest number that stays
    /// @param high the largest number that stays
    record HardTanh(double low, double high) implements Squash {
        /// Checks the limits.
        public HardTanh {
            if (!(low < high)) {
                throw new IllegalArgumentException(
                        "hardTanh was given the limits %s and %s: the first must be below the second"
                                .formatted(low, high));
            }
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.clamp(low, high);
        }

        @Override
        public String toString() {
            return low == -1 && high == 1 ? "HARD_TANH" : "hardTanh(" + low + ", " + high + ")";
        }
    }

    /// Squeezes any number between -1 and 1, approaching them more slowly than [Tanh]: `x / (1 + |x|)`
    /// (Bergstra, Desjardins, Lamblin and Bengio 2009).
    record Softsign() implements Squash {
        @Override
        public Tensor apply(Tensor x) {
            return x.div(x.abs().add(1));
        }

        @Override
        public String toString() {
            return "SOFTSIGN";
        }
    }
}
