package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Brings the features of each example to a mean square of 1, then gives each a scale that is
/// learned: `y = x / √(mean(x²) + epsilon) × weight` (Zhang and Sennrich 2019).
///
/// It is [LayerNorm] without what costs most and helps least, the mean and the shift; the usual
/// choice in large language models.
///
/// - input and output: `[batch, ..., features]`
///
/// @param spec what it was built from
/// @param weight the scale, `[features]`
public record RmsNorm(Spec spec, Parameter weight) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() == 0 || x.size(-1) != weight.count()) {
            throw new ShapeException(
                    "%s was built for %d features but receives %s (input %s)."
                            .formatted(
                                    spec,
                                    weight.count(),
                                    x.rank() == 0 ? "a single number" : x.size(-1),
                                    x.shape()));
        }
        var square = x.square().meanKeeping(x.shape().axes(-1));
        return x.mul(square.add(spec.epsilon).sqrt().reciprocal()).mul(weight);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A normalisation by the mean square before the number of features is known.
    ///
    /// @param epsilon what keeps the mean square away from 0
    public record Spec(double epsilon) implements LayerSpec {
        /// The usual spec.
        public static final Spec USUAL = new Spec(1e-6);

        /// Checks the number.
        public Spec {
            Require.guard("rmsNorm", epsilon);
        }

        /// Returns this spec with another guard against a mean square of 0.
        public Spec epsilon(double guard) {
            return new Spec(guard);
        }

        @Override
        public RmsNorm build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of features but an example is a single number (input %s)"
                                .formatted(this, input));
            }
            return new RmsNorm(this, Parameter.of(Tensor.ones(input.size(-1))));
        }

        @Override
        public String toString() {
            return Call.of("rmsNorm")
                    .then(epsilon != USUAL.epsilon, "epsilon(" + epsilon + ")")
                    .toString();
        }
    }
}
