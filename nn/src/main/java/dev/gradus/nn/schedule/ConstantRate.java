package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Require;

/// Keeps the rate at the same part of the optimizer's own; with [#lasting] to be followed by
/// another schedule.
///
/// @param factor the part
public record ConstantRate(double factor) implements Schedule {
    /// Checks the numbers.
    public ConstantRate {
        Require.atLeast("constantRate's factor", factor, 0);
    }

    @Override
    public double factor(long step) {
        return factor;
    }

    @Override
    public String toString() {
        return "constantRate(" + factor + ")";
    }
}
