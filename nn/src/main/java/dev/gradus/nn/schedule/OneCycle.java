package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import java.util.OptionalLong;

/// Rises to the full rate and falls far below where it began, both along half a wave: large steps
/// in the middle, which keep the network from settling too early, and very small ones at the end
/// (Smith and Topin 2017). The rate of the optimizer is the highest one.
///
/// @param steps how many steps it takes; 0 for the whole run
/// @param rise which part of them it rises, above 0 and below 1
/// @param start the factor to begin with
/// @param end the factor to end with
public record OneCycle(long steps, double rise, double start, double end) implements Schedule {
    /// Checks the numbers.
    public OneCycle {
        Require.notNegative("oneCycle's steps", steps);
        Require.above("oneCycle's rise", rise, 0);
        Require.share("oneCycle's rise", rise);
        Require.atLeast("oneCycle's start", start, 0);
        Require.atLeast("oneCycle's end", end, 0);
    }

    /// Returns this schedule with a rise that takes another part of the steps.
    public OneCycle rise(double part) {
        return new OneCycle(steps, part, start, end);
    }

    /// Returns this schedule with another factor to begin with.
    public OneCycle start(double factor) {
        return new OneCycle(steps, rise, factor, end);
    }

    /// Returns this schedule with another factor to end with.
    public OneCycle end(double factor) {
        return new OneCycle(steps, rise, start, factor);
    }

    @Override
    public double factor(long step) {
        var last = Length.known("oneCycle", steps) - 1;
        var top = rise * steps - 1;
        if (step < top) {
            return Waves.between(start, 1, step / top);
        }
        return Waves.between(1, end, Math.min(1, (step - top) / (last - top)));
    }

    @Override
    public OptionalLong length() {
        return steps > 0 ? OptionalLong.of(steps) : OptionalLong.empty();
    }

    @Override
    public Schedule over(long run) {
        return steps > 0 ? this : new OneCycle(Math.max(1, run), rise, start, end);
    }

    @Override
    public String toString() {
        return Call.of("oneCycle")
                .with(steps > 0 ? String.valueOf(steps) : "")
                .unless(rise, 0.3, "rise")
                .unless(start, 1.0 / 25, "start")
                .unless(end, 1.0 / 25 / 1e4, "end")
                .toString();
    }
}
