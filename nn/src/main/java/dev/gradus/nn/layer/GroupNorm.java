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
import java.util.Optional;
import java.util.stream.IntStream;

/// Parts the channels of each example in groups and brings each group to mean 0 and deviation 1,
/// then gives each channel a scale and a shift that are learned:
/// `y = (x - mean) / √(variance + epsilon) × weight + bias` (Wu and He 2018).
///
/// Unlike [BatchNorm] it works alike for batches of any size. Mean and variance are those of all
/// positions of an example and all channels of a group.
///
/// - input and output: `[batch, spatial..., channels]`
///
/// @param spec what it was built from
/// @param weight the scale, `[channels]`, or nothing
/// @param bias the shift, `[channels]`, or nothing
public record GroupNorm(Spec spec, Optional<Parameter> weight, Optional<Parameter> bias)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        spec.check(x.shape(), 1);
        var y = normalised(x, spec.groups, spec.epsilon);
        if (weight.isEmpty() || bias.isEmpty()) {
            return y;
        }
        var channels = weight.get().count();
        if (x.size(-1) != channels) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %d (input %s)."
                            .formatted(spec, channels, x.size(-1), x.shape()));
        }
        return y.mul(weight.get()).add(bias.get());
    }

    /// Returns `[batch, spatial..., channels]` with mean 0 and deviation 1 in each of `groups`.
    static Tensor normalised(Tensor x, int groups, double epsilon) {
        var parted =
                x.reshape(
                        x.shape()
                                .range(0, x.rank() - 1)
                                .append(Shape.of(groups, x.size(-1) / groups)));
        // all but the batch and the axis that counts the groups
        var axes =
                IntStream.range(1, parted.rank())
                        .filter(axis -> axis != parted.rank() - 2)
                        .toArray();
        var centred = parted.sub(parted.meanKeeping(Ints.of(axes)));
        var variance = centred.square().meanKeeping(Ints.of(axes));
        return centred.mul(variance.add(epsilon).sqrt().reciprocal()).reshape(x.shape());
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A group normalisation before the number of its channels is known.
    ///
    /// @param groups into how many groups the channels are parted
    /// @param epsilon what keeps the variance away from 0
    /// @param scaleAndShift whether each channel learns a scale and a shift
    public record Spec(int groups, double epsilon, boolean scaleAndShift) implements LayerSpec {
        private static final double USUAL_EPSILON = 1e-5;

        /// Checks the numbers.
        public Spec {
            Require.positive("groupNorm", "groups", groups);
            Require.guard("groupNorm", epsilon);
        }

        /// Returns the usual spec.
        public static Spec of(int groups) {
            return new Spec(groups, USUAL_EPSILON, true);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(groups, guard, scaleAndShift);
        }

        /// Returns this spec without scale and shift, so that numbers leave as they were
        /// normalised.
        public Spec withoutScaleAndShift() {
            return new Spec(groups, epsilon, false);
        }

        @Override
        public GroupNorm build(Shape input, Seed seed) {
            check(input, 0);
            var channels = input.size(-1);
            return new GroupNorm(
                    this, learned(Tensor.ones(channels)), learned(Tensor.zeros(channels)));
        }

        private void check(Shape x, int batchAxes) {
            if (x.rank() <= batchAxes || x.size(-1) % groups != 0) {
                throw new ShapeException(
                        "%s parts the channels in %d groups of one size but receives %s (input %s): give a number that divides the channels"
                                .formatted(
                                        this,
                                        groups,
                                        x.rank() <= batchAxes ? "none" : x.size(-1),
                                        x));
            }
        }

        private Optional<Parameter> learned(Tensor start) {
            return scaleAndShift ? Optional.of(Parameter.of(start)) : Optional.empty();
        }

        @Override
        public String toString() {
            return Call.of("groupNorm")
                    .with(groups)
                    .then(epsilon != USUAL_EPSILON, "epsilon(" + epsilon + ")")
                    .then(!scaleAndShift, "withoutScaleAndShift()")
                    .toString();
        }
    }
}
