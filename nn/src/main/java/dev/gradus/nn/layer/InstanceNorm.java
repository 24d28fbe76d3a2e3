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
import java.util.Optional;

/// Brings each channel of each example to mean 0 and deviation 1 over its positions, which takes
/// contrast and colour out of a picture and leaves what is drawn; then gives it a scale and a shift
/// that are learned: `y = (x - mean) / √(variance + epsilon) × weight + bias` (Ulyanov, Vedaldi and
/// Lempitsky 2016).
///
/// - input and output: `[batch, spatial..., channels]`, with at least one spatial axis
///
/// @param spec what it was built from
/// @param weight the scale, `[channels]`, or nothing
/// @param bias the shift, `[channels]`, or nothing
public record InstanceNorm(Spec spec, Optional<Parameter> weight, Optional<Parameter> bias)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        spec.check(x.shape(), 1);
        if (weight.isPresent() && x.size(-1) != weight.get().count()) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %d (input %s)."
                            .formatted(spec, weight.get().count(), x.size(-1), x.shape()));
        }
        var y = GroupNorm.normalised(x, x.size(-1), spec.epsilon);
        var scaled = weight.isPresent() ? y.mul(weight.get()) : y;
        return bias.isPresent() ? scaled.add(bias.get()) : scaled;
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// An instance normalisation before the number of its channels is known.
    ///
    /// @param epsilon what keeps the variance away from 0
    /// @param scaleAndShift whether each channel learns a scale and a shift
    public record Spec(double epsilon, boolean scaleAndShift) implements LayerSpec {
        /// The usual spec.
        public static final Spec USUAL = new Spec(1e-5, true);

        /// Checks the number.
        public Spec {
            Require.guard("instanceNorm", epsilon);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(guard, scaleAndShift);
        }

        /// Returns this spec without scale and shift, so that numbers leave as they were
        /// normalised.
        public Spec withoutScaleAndShift() {
            return new Spec(epsilon, false);
        }

        @Override
        public InstanceNorm build(Shape input, Seed seed) {
            check(input, 0);
            var channels = input.size(-1);
            return new InstanceNorm(
                    this, learned(Tensor.ones(channels)), learned(Tensor.zeros(channels)));
        }

        private void check(Shape x, int batchAxes) {
            if (x.rank() < batchAxes + 2) {
                throw new ShapeException(
                        "%s normalises over the positions of [%sspatial..., channels] but receives %d axes (input %s): use layerNorm() where there are none"
                                .formatted(this, batchAxes == 0 ? "" : "batch, ", x.rank(), x));
            }
        }

        private Optional<Parameter> learned(Tensor start) {
            return scaleAndShift ? Optional.of(Parameter.of(start)) : Optional.empty();
        }

        @Override
        public String toString() {
            return Call.of("instanceNorm")
                    .then(epsilon != USUAL.epsilon, "epsilon(" + epsilon + ")")
                    .then(!scaleAndShift, "withoutScaleAndShift()")
                    .toString();
        }
    }
}
