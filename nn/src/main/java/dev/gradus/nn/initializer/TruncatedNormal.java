package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;

/// Spreads weights around 0 like a bell whose far ends, beyond two deviations, are drawn again.
///
/// @param deviation the standard deviation before the ends are cut off
public record TruncatedNormal(double deviation) implements Initializer {
    /// Checks the deviation.
    public TruncatedNormal {
        Deviation.check(deviation);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var draws = new Draws(seed);
        return Draws.fill(shape.count(), () -> draws.truncatedNormal() * deviation);
    }
}
