package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Require;
import java.util.OptionalLong;

/// Begins with small steps that grow evenly, so that a network does not rush off while its
/// gradients are still wild (Goyal and others 2017): `(step + 1) / steps`, then 1.
///
/// @param steps how many steps until the full rate
public record Warmup(long steps) implements Schedule {
    /// Checks the numbers.
    public Warmup {
        Require.positive("warmup's steps", steps);
    }

    @Override
    public double factor(long step) {
        return Math.min(1, (step + 1.0) / steps);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(steps);
    }

    @Override
    public String toString() {
        return "warmup(" + steps + ")";
    }
}
