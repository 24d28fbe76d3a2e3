package dev.gradus.nn.layer;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Activations that part the features in two halves and let the second, bent, decide how much of the
/// first passes: `a × f(b)` (Dauphin, Fan, Auli and Grangier 2016; Shazeer 2020).
///
/// [GatedDense] is the same with the weights before it.
///
/// - input: `[batch, ..., 2 × features]`
/// - output: `[batch, ..., features]`
public sealed interface GatedUnit extends Activation {
    /// The gate is a sigmoid: `a × sigmoid(b)`.
    record Glu() implements GatedUnit {
        @Override
        public Tensor apply(Tensor x) {
            return gated(this, x, Activation.SIGMOID);
        }

        @Override
        public String toString() {
            return "GLU";
        }
    }

    /// The gate is a rectifier: `a × max(b, 0)`.
    record Reglu() implements GatedUnit {
        @Override
        public Tensor apply(Tensor x) {
            return gated(this, x, Activation.RELU);
        }

        @Override
        public String toString() {
            return "REGLU";
        }
    }

    /// The gate is [SelfGated.Gelu]: `a × gelu(b)`.
    record Geglu() implements GatedUnit {
        @Override
        public Tensor apply(Tensor x) {
            return gated(this, x, Activation.GELU);
        }

        @Override
        public String toString() {
            return "GEGLU";
        }
    }

    /// The gate is [SelfGated.Silu]: `a × b / (1 + e^-b)`.
    record Swiglu() implements GatedUnit {
        @Override
        public Tensor apply(Tensor x) {
            return gated(this, x, Activation.SILU);
        }

        @Override
        public String toString() {
            return "SWIGLU";
        }
    }

    private static Tensor gated(GatedUnit unit, Tensor x, Activation gate) {
        if (x.rank() == 0 || x.size(-1) % 2 != 0) {
            throw new ShapeException(
                    "%s parts the features in two halves but receives %s of them (input %s): give the layer before it twice as many outputs as are wanted"
                            .formatted(unit, x.rank() == 0 ? "none" : x.size(-1), x.shape()));
        }
        var half = x.size(-1) / 2;
        var value = x.slice(-1, 0, half, 1);
        return value.mul(gate.apply(x.slice(-1, half, 2 * half, 1)));
    }
}
