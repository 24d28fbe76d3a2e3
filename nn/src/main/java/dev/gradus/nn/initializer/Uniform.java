package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;

/// Spreads weights evenly.
///
/// @param low the least
/// @param high just above the largest
public record Uniform(double low, double high) implements Initializer {
    /// Checks the limits.
    public Uniform {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "weights were to be spread from %s to %s: the first limit must not be above the second"
                            .formatted(low, high));
        }
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var draws = new Draws(seed);
        return Draws.fill(shape.count(), () -> draws.uniform(low, high));
    }
}
