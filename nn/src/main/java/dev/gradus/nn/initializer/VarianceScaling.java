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
        /// The mean of those that come in and those that go out.
        AVERAGE
    }

    /// How the weights are spread.
    public enum Distribution {
        /// Evenly between two limits.
        UNIFORM,
        /// Normally, without what lies beyond two deviations.
        TRUNCATED_NORMAL
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
            case AVERAGE -> (in + out) / 2;
        };
    }
}
