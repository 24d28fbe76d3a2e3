package dev.gradus.nn.layer;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Gives each output a weight for every input: `y = activation(x weight + bias)`.
///
/// - input: `[batch, ..., inputs]`
/// - output: `[batch, ..., outputs]`
///
/// @param spec what it was built from
/// @param weight `[inputs, outputs]`
/// @param bias `[outputs]`, or nothing
public record Dense(Spec spec, Parameter weight, Optional<Parameter> bias)
        implements WeightedLayer {
    @Override
    public Tensor apply(Tensor x, Tensor weight) {
        return completed(weighted(x, weight));
    }

    Tensor weighted(Tensor x, Tensor weight) {
        if (x.rank() == 0 || x.size(-1) != weight.size(0)) {
            throw new ShapeException(
                    "%s was built for %d features but receives %s (input %s)."
                            .formatted(
                                    spec,
                                    weight.size(0),
                                    x.rank() == 0 ? "a single number" : x.size(-1),
                                    x.shape()));
        }
        return x.matmul(weight);
    }

    Tensor completed(Tensor y) {
        return spec.activation.apply(bias.isPresent() ? y.add(bias.get()) : y);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A dense layer before the number of its inputs is known.
    ///
    /// @param outputs how many numbers it makes
    /// @param activation what is applied to them
    /// @param bias whether a number of its own is added to each
    /// @param initializer where the weights begin
    public record Spec(int outputs, Activation activation, boolean bias, Initializer initializer)
            implements LayerSpec {
        /// Checks the size.
        public Spec {
            Require.positive("dense", "outputs", outputs);
        }

        /// Returns the usual spec: with a bias, and weights that begin as the activation needs it.
        public static Spec of(int outputs, Activation activation) {
            return new Spec(outputs, activation, true, Defaults.before(activation));
        }

        /// Returns this spec without a bias, for use before a normalisation, which would undo it.
        public Spec withoutBias() {
            return new Spec(outputs, activation, false, initializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer initializer) {
            return new Spec(outputs, activation, bias, initializer);
        }

        @Override
        public Dense build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of features but an example is a single number (input %s): use reshape(1) before it"
                                .formatted(this, input));
            }
            var weight = Shape.of(input.size(-1), outputs);
            return new Dense(
                    this,
                    Parameter.of(initializer.tensor(weight, seed.child("weight"))),
                    bias ? Optional.of(Parameter.of(Tensor.zeros(outputs))) : Optional.empty());
        }

        @Override
        public String toString() {
            return Call.of("dense")
                    .with(outputs)
                    .with(activation, Activation.LINEAR)
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
