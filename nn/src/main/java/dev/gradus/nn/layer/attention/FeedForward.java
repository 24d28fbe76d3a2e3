package dev.gradus.nn.layer.attention;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Thinks about each place by itself, in more features than come in and go out: `y =
/// contract(dropout(activation(expand(x))))` (Vaswani and others 2017).
///
/// - input and output: `[batch, ..., features]`
///
/// @param spec what it was built from
/// @param expand `[features, hidden]`, with the activation
/// @param contract `[hidden, features]`
public record FeedForward(Spec spec, Dense expand, Dense contract) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return contract.apply(new Dropout(spec.dropout).apply(expand.apply(x)));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A feed-forward network before the number of features is known.
    ///
    /// @param hidden how many features there are inside
    /// @param activation what bends them
    /// @param bias whether a number of its own is added to each feature
    /// @param dropout the share of features inside that is silenced in training
    /// @param initializer where the weights of `expand` begin
    /// @param outputInitializer where those of `contract` begin
    public record Spec(
            int hidden,
            Activation activation,
            boolean bias,
            double dropout,
            Initializer initializer,
            Initializer outputInitializer)
            implements LayerSpec {
        /// Checks the numbers.
        public Spec {
            Require.positive("feedForward", "hidden", hidden);
            new Dropout(dropout);
        }

        /// Returns the usual spec.
        public static Spec of(int hidden, Activation activation) {
            var start = VarianceScaling.glorotUniform();
            return new Spec(hidden, activation, true, 0, start, start);
        }

        /// Returns this spec without biases.
        public Spec withoutBias() {
            return new Spec(hidden, activation, false, dropout, initializer, outputInitializer);
        }

        /// Returns this spec with a share of the features inside silenced in training.
        public Spec dropout(double rate) {
            return new Spec(hidden, activation, bias, rate, initializer, outputInitializer);
        }

        /// Returns this spec with another activation.
        public Spec activation(Activation bend) {
            return new Spec(hidden, bend, bias, dropout, initializer, outputInitializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return initializer(start, start);
        }

        /// Returns this spec with weights that begin elsewhere, those of `contract` by a rule of their
        /// own.
        public Spec initializer(Initializer start, Initializer outputStart) {
            return new Spec(hidden, activation, bias, dropout, start, outputStart);
        }

        @Override
        public FeedForward build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of features but an example is a single number"
                                .formatted(this));
            }
            var inside = input.with(input.rank() - 1, hidden);
            return new FeedForward(
                    this,
                    new Dense.Spec(hidden, activation, bias, initializer)
                            .build(input, seed.child("expand")),
                    new Dense.Spec(input.size(-1), Activation.LINEAR, bias, outputInitializer)
                            .build(inside, seed.child("contract")));
        }

        @Override
        public String toString() {
            return Call.of("feedForward")
                    .with(hidden)
                    .with(activation, Activation.RELU)
                    .then(!bias, "withoutBias()")
                    .then(dropout > 0, "dropout(" + dropout + ")")
                    .toString();
        }
    }
}
