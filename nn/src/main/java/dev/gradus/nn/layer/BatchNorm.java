package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Brings each channel to mean 0 and deviation 1 over the batch, then gives it a scale and a shift
/// that are learned: `y = (x - mean) / √(variance + epsilon) × weight + bias` (Ioffe and Szegedy
/// 2015).
///
/// In training, mean and variance are those of the batch, and a step moves the running ones a
/// little towards them (towards the variance of a sample, which divides by n - 1). Outside of
/// training the running ones count, so that an example is judged alike whatever stands beside it.
///
/// - input and output: `[batch, ..., channels]`
///
/// @param spec what it was built from
/// @param weight the scale, `[channels]`, or nothing
/// @param bias the shift, `[channels]`, or nothing
/// @param runningMean the mean outside of training, `[channels]`
/// @param runningVariance the variance outside of training, `[channels]`
public record BatchNorm(
        Spec spec,
        Optional<Parameter> weight,
        Optional<Parameter> bias,
        Parameter runningMean,
        Parameter runningVariance)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() < 2 || x.size(-1) != runningMean.count()) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %s (input %s)."
                            .formatted(
                                    spec,
                                    runningMean.count(),
                                    x.rank() < 2 ? "no batch" : x.size(-1),
                                    x.shape()));
        }
        var inference = normalised(x.sub(runningMean), runningVariance);
        // an empty batch has no mean that the running one could move towards
        var y = x.count() == 0 ? inference : Tensor.byMode(training(x), inference);
        return bias.isPresent() ? y.add(bias.get()) : y;
    }

    private Tensor training(Tensor x) {
        var axes = allButLast(x.rank());
        var mean = x.meanKeeping(axes);
        var centred = x.sub(mean);
        var variance = centred.square().meanKeeping(axes);
        var n = x.count() / x.size(-1);
        var ofSample = variance.mul((double) n / Math.max(1, n - 1));
        return normalised(centred, variance)
                .assigning(runningMean, moved(runningMean, mean))
                .assigning(runningVariance, moved(runningVariance, ofSample));
    }

    private Tensor normalised(Tensor centred, Tensor variance) {
        // one factor for each channel, so that each number is multiplied only once
        var scale = variance.add(spec.epsilon).sqrt().reciprocal();
        return centred.mul(weight.isPresent() ? scale.mul(weight.get()) : scale);
    }

    private Tensor moved(Parameter running, Tensor seen) {
        return running.mul(1 - spec.momentum).add(seen.reshape(running.shape()).mul(spec.momentum));
    }

    private static Ints allButLast(int rank) {
        var axes = new int[rank - 1];
        for (var axis = 0; axis < axes.length; axis++) {
            axes[axis] = axis;
        }
        return Ints.of(axes);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A batch normalisation before the number of its channels is known.
    ///
    /// @param momentum how far a step moves the running mean and variance, from 0 (not at all) to 1
    /// @param epsilon what keeps the variance away from 0
    /// @param scaleAndShift whether each channel learns a scale and a shift
    public record Spec(double momentum, double epsilon, boolean scaleAndShift)
            implements LayerSpec {
        /// The usual spec.
        public static final Spec USUAL = new Spec(0.1, 1e-5, true);

        /// Checks the numbers.
        public Spec {
            if (!(momentum >= 0 && momentum <= 1 && epsilon > 0)) {
                throw new IllegalArgumentException(
                        "batchNorm was given momentum %s and epsilon %s: momentum lies between 0 and 1, epsilon above 0"
                                .formatted(momentum, epsilon));
            }
        }

        /// Returns this spec with running numbers that move by `share` of the way in each step.
        public Spec momentum(double share) {
            return new Spec(share, epsilon, scaleAndShift);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(momentum, guard, scaleAndShift);
        }

        /// Returns this spec without scale and shift, so that numbers leave as they were
        /// normalised.
        public Spec withoutScaleAndShift() {
            return new Spec(momentum, epsilon, false);
        }

        @Override
        public BatchNorm build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of channels but an example is a single number (input %s)"
                                .formatted(this, input));
            }
            var channels = input.size(-1);
            return new BatchNorm(
                    this,
                    learned(Tensor.ones(channels)),
                    learned(Tensor.zeros(channels)),
                    Parameter.state(Tensor.zeros(channels)),
                    Parameter.state(Tensor.ones(channels)));
        }

        private Optional<Parameter> learned(Tensor start) {
            return scaleAndShift ? Optional.of(Parameter.of(start)) : Optional.empty();
        }

        @Override
        public String toString() {
            return Call.of("batchNorm")
                    .then(momentum != USUAL.momentum, "momentum(" + momentum + ")")
                    .then(epsilon != USUAL.epsilon, "epsilon(" + epsilon + ")")
                    .then(!scaleAndShift, "withoutScaleAndShift()")
                    .toString();
        }
    }
}
