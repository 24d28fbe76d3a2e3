package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Brings the features of each example to mean 0 and deviation 1, then gives each a scale and a
/// shift that are learned: `y = (x - mean) / √(variance + epsilon) × weight + bias` (Ba, Kiros and
/// Hinton 2016).
///
/// Unlike in [BatchNorm], examples do not see each other.
///
/// - input and output: `[batch, ..., features]`
///
/// @param spec what it was built from
/// @param weight the scale, `[features]`
/// @param bias the shift, `[features]`
public record LayerNorm(Spec spec, Parameter weight, Parameter bias) implements BuiltLayer {
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
        var last = Ints.of(x.rank() - 1);
        var centred = x.sub(x.meanKeeping(last));
        var variance = centred.square().meanKeeping(last);
        var scale = variance.add(spec.epsilon).sqrt().reciprocal();
        return centred.mul(scale).mul(weight).add(bias);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A layer normalisation before the number of its features is known.
    ///
    /// @param epsilon what keeps the variance away from 0
    public record Spec(double epsilon) implements LayerSpec {
        /// The usual spec.
        public static final Spec USUAL = new Spec(1e-5);

        /// Checks the number.
        public Spec {
            Require.guard("layerNorm", epsilon);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(guard);
        }

        @Override
        public LayerNorm build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of features but an example is a single number (input %s)"
                                .formatted(this, input));
            }
            var features = input.size(-1);
            return new LayerNorm(
                    this,
                    Parameter.of(Tensor.ones(features)),
                    Parameter.of(Tensor.zeros(features)));
        }

        @Override
        public String toString() {
            return Call.of("layerNorm")
                    .then(epsilon != USUAL.epsilon, "epsilon(" + epsilon + ")")
                    .toString();
        }
    }
}
