package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;

/// Rises and falls evenly, again and again (Smith 2015). The rate of the optimizer is the highest
/// one.
///
/// @param half how many steps it rises, and then falls
/// @param low the factor between the peaks
/// @param peak how many times as high above `low` as the one before each peak is, above 0
public record Cyclic(long half, double low, double peak) implements Schedule {
    /// Checks the numbers.
    public Cyclic {
        Require.positive("cyclic's steps", half);
        Require.atLeast("cyclic's low factor", low, 0);
        Require.above("cyclic's peak", peak, 0);
    }

    /// Returns this schedule with another factor between the peaks.
    public Cyclic low(double factor) {
        return new Cyclic(half, factor, peak);
    }

    /// Returns this schedule with peaks each of which is `times` as high as the one before.
    public Cyclic peak(double times) {
        return new Cyclic(half, low, times);
    }

    @Override
    public double factor(long step) {
        var into = step % (2 * half);
        var height = 1 - Math.abs((double) into / half - 1);
        return low + (1 - low) * height * StrictMath.pow(peak, (double) (step / (2 * half)));
    }

    @Override
    public String toString() {
        return Call.of("cyclic")
                .with(half)
                .unless(low, 0.1, "low")
                .unless(peak, 1, "peak")
                .toString();
    }
}
