package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;

/// Makes the rate smaller at regular intervals: `factor^floor(step / every)`.
///
/// @param every after how many steps it becomes smaller
/// @param factor what it is multiplied by each time
public record StepDecay(long every, double factor) implements Schedule {
    /// Checks the numbers.
    public StepDecay {
        Require.positive("stepDecay's interval", every);
        Require.atLeast("stepDecay's factor", factor, 0);
    }

    @Override
    public double factor(long step) {
        return StrictMath.pow(factor, (double) (step / every));
    }

    @Override
    public String toString() {
        return Call.of("stepDecay").with(every).with(factor).toString();
    }
}
