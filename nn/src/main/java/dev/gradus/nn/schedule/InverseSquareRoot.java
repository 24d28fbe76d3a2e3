package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Require;

/// Grows evenly and then falls slowly, without need to know how long the run is (Vaswani and others
/// 2017): with `t = step + 1`, `min(t / warmup, √(warmup / t))`.
///
/// @param warmup how many steps until the full rate
public record InverseSquareRoot(long warmup) implements Schedule {
    /// Checks the numbers.
    public InverseSquareRoot {
        Require.positive("inverseSquareRoot's steps", warmup);
    }

    @Override
    public double factor(long step) {
        var t = step + 1.0;
        return Math.min(t / warmup, Math.sqrt(warmup / t));
    }

    @Override
    public String toString() {
        return "inverseSquareRoot(" + warmup + ")";
    }
}
