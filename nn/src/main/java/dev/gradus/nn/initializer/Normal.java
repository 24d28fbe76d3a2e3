package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;

/// Spreads weights around 0 like a bell.
///
/// @param deviation the standard deviation
public record Normal(double deviation) implements Initializer {
    /// Checks the deviation.
    public Normal {
        Deviation.check(deviation);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var draws = new Draws(seed);
        return Draws.fill(shape.count(), () -> draws.normal() * deviation);
    }
}
