package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Require;

/// Makes the rate smaller like one over the time: `1 / (1 + speed × step)`.
///
/// @param speed how fast; after `1 / speed` steps the rate is half
public record InverseTimeDecay(double speed) implements Schedule {
    /// Checks the numbers.
    public InverseTimeDecay {
        Require.atLeast("inverseTimeDecay's speed", speed, 0);
    }

    @Override
    public double factor(long step) {
        return 1 / (1 + speed * step);
    }

    @Override
    public String toString() {
        return "inverseTimeDecay(" + speed + ")";
    }
}
