package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;

/// Activations that weigh each number by a gate made of itself: open for large numbers, closed for
/// small ones, smooth in between.
///
/// - input and output: `[batch, ...]`
public sealed interface SelfGated extends Activation {
    /// Weighs each number by the chance that a normal variable is below it: `x (1 + erf(x / √2)) / 2`
    /// (Hendrycks and Gimpel 2016).
    record Gelu() implements SelfGated {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.mul(Math.sqrt(0.5)).erf().add(1)).mul(0.5);
        }

        @Override
        public String toString() {
            return "GELU";
        }
    }

    /// The approximation of [Gelu] that BERT and GPT-2 were trained with: `x (1 + tanh(√(2 / π) (x +
    /// 0.044715 x³))) / 2` (Hendrycks and Gimpel 2016).
    record GeluTanh() implements SelfGated {
        @Override
        public Tensor apply(Tensor x) {
            var bent = x.add(x.square().mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
            return x.mul(bent.tanh().add(1)).mul(0.5);
        }

        @Override
        public String toString() {
            return "GELU_TANH";
        }
    }

    /// Weighs each number by its own sigmoid: `x / (1 + e^-x)` (Elfwing, Uchibe and Doya 2017).
    record Silu() implements SelfGated {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.sigmoid());
        }

        @Override
        public String toString() {
            return "SILU";
        }
    }

    /// Weighs each number by the bounded softplus of itself: `x tanh(log(1 + e^x))` (Misra 2019).
    record Mish() implements SelfGated {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.softplus().tanh());
        }

        @Override
        public String toString() {
            return "MISH";
        }
    }

    /// [Silu] drawn with a ruler, which is cheap: `x × min(max(x + 3, 0), 6) / 6` (Howard and others
    /// 2019).
    record HardSwish() implements SelfGated {
        @Override
        public Tensor apply(Tensor x) {
            return x.mul(x.add(3).clamp(0, 6)).div(6);
        }

        @Override
        public String toString() {
            return "HARD_SWISH";
        }
    }
}
