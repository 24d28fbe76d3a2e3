package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Makes a value and a gate for each output, and lets as much of the value through as the gate is
/// open: `y = activation(x gate) × (x value)` (Dauphin, Fan, Auli and Grangier 2016).
///
/// With `SILU` it is the gated layer of LLaMA and PaLM, `swiglu(width)`; their feed-forward network is
/// `swiglu(width), dense(features).withoutBias()` (Shazeer 2020).
///
/// - input: `[batch, ..., inputs]`
/// - output: `[batch, ..., outputs]`
///
/// @param spec what it was built from
/// @param gate makes the gates, with the activation
/// @param value makes the values
public record GatedDense(Spec spec, Dense gate, Dense value) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return gate.apply(x).mul(value.apply(x));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A gated dense layer before the number of its inputs is known.
    ///
    /// @param outputs how many numbers it makes
    /// @param gate what is applied to the gates
    /// @param bias whether a number of its own is added to each gate and each value
    /// @param initializer where the weights begin
    public record Spec(int outputs, Activation gate, boolean bias, Initializer initializer)
            implements LayerSpec {
        /// Checks the size.
        public Spec {
            Require.positive("gatedDense", "outputs", outputs);
            if (gate instanceof GatedUnit) {
                throw new IllegalArgumentException(
                        "gatedDense was given the gate %s, which parts its input once more: give the function alone, such as SILU"
                                .formatted(gate));
            }
        }

        /// Returns the usual spec: without biases.
        public static Spec of(int outputs, Activation gate) {
            return new Spec(outputs, gate, false, VarianceScaling.glorotUniform());
        }

        /// Returns this spec with biases.
        public Spec withBias() {
            return new Spec(outputs, gate, true, initializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(outputs, gate, bias, start);
        }

        @Override
        public GatedDense build(Shape input, Seed seed) {
            return new GatedDense(
                    this,
                    dense(gate).build(input, seed.child("gate")),
                    dense(Activation.LINEAR).build(input, seed.child("value")));
        }

        private Dense.Spec dense(Activation activation) {
            return new Dense.Spec(outputs, activation, bias, initializer);
        }

        @Override
        public String toString() {
            return Call.of("gatedDense")
                    .with(outputs)
                    .with(gate)
                    .then(bias, "withBias()")
                    .toString();
        }
    }
}
