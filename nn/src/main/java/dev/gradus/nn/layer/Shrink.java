package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;

/// Activations that draw numbers near 0 to 0, which leaves only those that stand out.
///
/// - input and output: `[batch, ...]`
public sealed interface Shrink extends Activation {
    /// Takes away what [Squash.Tanh] would make of a number: `x - tanh(x)`.
    record TanhShrink() implements Shrink {
        @Override
        public Tensor apply(Tensor x) {
            return x.sub(x.tanh());
        }

        @Override
        public String toString() {
            return "TANH_SHRINK";
        }
    }

    /// Moves each number by `lambda` towards 0 and no further (Donoho 1995).
    ///
    /// @param lambda how far
    record SoftShrink(double lambda) implements Shrink {
        /// Checks the distance.
        public SoftShrink {
            checkDistance("softShrink", lambda);
        }

        @Override
        public Tensor apply(Tensor x) {
            var moved = x.sub(x.sign().mul(lambda));
            return x.abs().greater(lambda).where(moved, Tensor.zerosLike(x));
        }

        @Override
        public String toString() {
            return "softShrink(" + lambda + ")";
        }
    }

    /// Makes what is no further than `lambda` from 0 to 0 and leaves the rest (Donoho and Johnstone
    /// 1994).
    ///
    /// @param lambda how far
    record HardShrink(double lambda) implements Shrink {
        /// Checks the distance.
        public HardShrink {
            checkDistance("hardShrink", lambda);
        }

        @Override
        public Tensor apply(Tensor x) {
            return x.abs().greater(lambda).where(x, Tensor.zerosLike(x));
        }

        @Override
        public String toString() {
            return "hardShrink(" + lambda + ")";
        }
    }

    private static void checkDistance(String name, double lambda) {
        if (!(lambda >= 0)) {
            throw new IllegalArgumentException(
                    "%s was given lambda = %s: a distance from 0 is 0 or more"
                            .formatted(name, lambda));
        }
    }
}
