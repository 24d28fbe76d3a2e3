package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;

/// Activations that look at all features of a row at once and say what share of 1 each has.
///
/// - input and output: `[batch, ..., features]`
public sealed interface Shares extends Activation {
    /// Turns numbers into shares of 1: `e^x / Σ e^x` along the last axis.
    record Softmax() implements Shares {
        @Override
        public Tensor apply(Tensor x) {
            return x.softmax(-1);
        }

        @Override
        public String toString() {
            return "SOFTMAX";
        }
    }

    /// The logarithm of [Softmax], computed without ever taking the logarithm of 0.
    record LogSoftmax() implements Shares {
        @Override
        public Tensor apply(Tensor x) {
            return x.logSoftmax(-1);
        }

        @Override
        public String toString() {
            return "LOG_SOFTMAX";
        }
    }

    /// Turns numbers into shares of 1 of which many are exactly 0: the point nearest to `x` among all
    /// that are shares, `max(x - τ, 0)`, where `τ` makes them sum to 1 (Martins and Astudillo 2016).
    record Sparsemax() implements Shares {
        @Override
        public Tensor apply(Tensor x) {
            var last = x.shape().axes(-1);
            // where one stands out by far, the sum of the others would cost it its last digits
            var shifted = x.sub(x.maxKeeping(last).detach());
            var chosen = shifted.greater(threshold(shifted.detach()));
            var one = chosen.cast(x.type());
            var above = shifted.mul(one).sumKeeping(last).sub(1).div(one.sumKeeping(last));
            return chosen.where(shifted.sub(above), Tensor.zerosLike(x));
        }

        /// Returns what the `k` largest numbers exceed by 1 in all, for the largest `k` whose
        /// smallest number still exceeds it.
        private static Tensor threshold(Tensor x) {
            var last = x.shape().axes(-1);
            var n = x.size(-1);
            var falling = x.gather(-1, x.topK(n, -1));
            var places = Tensor.arange(n).add(1).cast(x.type());
            var exceeds = falling.mul(places).add(1).greater(falling.cumulativeSum(-1));
            var counted = exceeds.cast(x.type());
            return falling.mul(counted).sumKeeping(last).sub(1).div(counted.sumKeeping(last));
        }

        @Override
        public String toString() {
            return "SPARSEMAX";
        }
    }
}
