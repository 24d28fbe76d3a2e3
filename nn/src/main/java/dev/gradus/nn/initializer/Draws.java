package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import java.util.function.DoubleSupplier;

/// A row of random numbers that follow from a seed.
///
/// Only `StrictMath`, whose results are prescribed to the last bit: weights must begin alike on
/// every machine.
final class Draws {
    private final Seed seed;
    private long drawn;

    Draws(Seed seed) {
        this.seed = seed;
    }

    /// Returns `count` numbers that `draw` makes.
    static float[] fill(int count, DoubleSupplier draw) {
        var values = new float[count];
        for (var i = 0; i < count; i++) {
            values[i] = (float) draw.getAsDouble();
        }
        return values;
    }

    /// Returns a number of at least 0 and below 1.
    double uniform() {
        return (seed.bits(drawn++) >>> 11) * 0x1p-53;
    }

    /// Returns a number of at least `low` and below `high`.
    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// Returns a number of the standard normal distribution (Box and Muller 1958).
    double normal() {
        // 1 - u is never 0, so that its logarithm is finite
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /// Returns a number of the standard normal distribution without what lies beyond two
    /// deviations.
    double truncatedNormal() {
        var drawn = normal();
        while (Math.abs(drawn) > 2) {
            drawn = normal();
        }
        return drawn;
    }
}
