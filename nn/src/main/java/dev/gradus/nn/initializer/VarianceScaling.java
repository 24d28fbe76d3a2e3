package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;

/// Random weights of just the size at which numbers neither grow nor fade from layer to layer:
/// their variance is `scale / fan`, where the fan counts how many numbers meet in a unit.
///
/// A weight `[inputs, outputs]` or `[size..., inputs, outputs]` has a fan in of `size × inputs` and
/// a fan out of `size × outputs`.
///
/// @param scale what the variance is multiplied by; 2 where half of the numbers are cut off
/// @param fan which numbers count
/// @param distribution how the weights are spread
public record VarianceScaling(double scale, Fan fan, Distribution distribution)
        implements Initializer {
    /// The deviation of a standard normal distribution without what lies beyond two deviations.
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    /// Which numbers count.
    public enum Fan {
        /// Those that come in.
        IN,
        /// Those that go out.
        OUT,
        /// The mean of those that come in and those that go out.
        AVERAGE
    }

    /// How the weights are spread.
    public enum Distribution {
        /// Evenly between two limits.
        UNIFORM,
        /// Normally, without what lies beyond two deviations.
        TRUNCATED_NORMAL,
        /// Normally.
        NORMAL
    }

    /// Checks the scale.
    public VarianceScaling {
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "the variance of weights was to be scaled by %s: give a number above 0"
                            .formatted(scale));
        }
    }

    /// Returns uniform weights for layers with a symmetric activation or none (Glorot and Bengio
    /// 2010).
    public static VarianceScaling glorotUniform() {
        return new VarianceScaling(1, Fan.AVERAGE, Distribution.UNIFORM);
    }

    /// Returns normal weights for layers with a symmetric activation or none (Glorot and Bengio
    /// 2010).
    public static VarianceScaling glorotNormal() {
        return new VarianceScaling(1, Fan.AVERAGE, Distribution.TRUNCATED_NORMAL);
    }

    /// Returns uniform weights for layers whose activation cuts off half of the numbers (He, Zhang,
    /// Ren and Sun 2015).
    public static VarianceScaling heUniform() {
        return new VarianceScaling(2, Fan.IN, Distribution.UNIFORM);
    }

    /// Returns normal weights for layers whose activation cuts off half of the numbers (He, Zhang,
    /// Ren and Sun 2015).
    public static VarianceScaling heNormal() {
        return new VarianceScaling(2, Fan.IN, Distribution.TRUNCATED_NORMAL);
    }

    /// Returns normal weights whose variance is one over the fan in (LeCun, Bottou, Orr and Müller
    /// 1998).
    public static VarianceScaling leCunNormal() {
        return new VarianceScaling(1, Fan.IN, Distribution.TRUNCATED_NORMAL);
    }

    /// Returns uniform weights whose variance is one over the fan in (LeCun, Bottou, Orr and Müller
    /// 1998).
    public static VarianceScaling leCunUniform() {
        return new VarianceScaling(1, Fan.IN, Distribution.UNIFORM);
    }

    /// Returns these weights with a size that follows from what goes out, which keeps gradients
    /// from
    /// growing or fading instead of numbers.
    public VarianceScaling fanOut() {
        return new VarianceScaling(scale, Fan.OUT, distribution);
    }

    /// Returns these weights `factor` times as large, for an activation that makes numbers smaller,
    /// such as `gain(5.0 / 3)` before TANH.
    public VarianceScaling gain(double factor) {
        return new VarianceScaling(scale * factor * factor, fan, distribution);
    }

    /// Returns these weights for an activation that multiplies what is below 0 by `slope`, as
    /// LEAKY_RELU does: with a scale of `2 / (1 + slope²)`.
    public VarianceScaling slope(double slope) {
        return new VarianceScaling(2 / (1 + slope * slope), fan, distribution);
    }

    /// Returns these weights spread normally with the far ends that are left out otherwise.
    public VarianceScaling untruncated() {
        return new VarianceScaling(scale, fan, Distribution.NORMAL);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var draws = new Draws(seed);
        var deviation = Math.sqrt(scale / Math.max(1, fan(shape)));
        var limit = Math.sqrt(3) * deviation;
        return switch (distribution) {
            case UNIFORM -> Draws.fill(shape.count(), () -> draws.uniform(-limit, limit));
            case TRUNCATED_NORMAL ->
                    Draws.fill(
                            shape.count(),
                            () -> draws.truncatedNormal() * deviation / TRUNCATED_DEVIATION);
            case NORMAL -> Draws.fill(shape.count(), () -> draws.normal() * deviation);
        };
    }

    private double fan(Shape shape) {
        var rank = shape.rank();
        if (rank < 2) {
            return shape.count();
        }
        var in = shape.range(0, rank - 1).count();
        var out = (double) shape.range(0, rank - 2).count() * shape.size(-1);
        return switch (fan) {
            case IN -> in;
            case OUT -> out;
            case AVERAGE -> (in + out) / 2;
        };
    }
}
