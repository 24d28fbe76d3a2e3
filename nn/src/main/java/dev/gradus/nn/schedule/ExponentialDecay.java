package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;

/// Makes the rate smaller by the same part in each step: `factor^(step / every)`.
///
/// @param factor what it is multiplied by in `every` steps
/// @param every how many steps those are
public record ExponentialDecay(double factor, long every) implements Schedule {
    /// Checks the numbers.
    public ExponentialDecay {
        Require.atLeast("exponentialDecay's factor", factor, 0);
        Require.positive("exponentialDecay's interval", every);
    }

    /// Returns this schedule with a rate that is multiplied by the factor in `steps` steps rather
    /// than in one.
    public ExponentialDecay every(long steps) {
        return new ExponentialDecay(factor, steps);
    }

    @Override
    public double factor(long step) {
        return StrictMath.pow(factor, (double) step / every);
    }

    @Override
    public String toString() {
        return Call.of("exponentialDecay")
                .with(factor)
                .then(every != 1, "every(" + every + ")")
                .toString();
    }
}
