package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import java.util.OptionalLong;

/// Leads evenly from one factor to another and stays there.
///
/// @param from the factor to begin with
/// @param to the factor to end with
/// @param steps how many steps the way takes
public record Ramp(double from, double to, long steps) implements Schedule {
    /// Checks the numbers.
    public Ramp {
        Require.atLeast("ramp's first factor", from, 0);
        Require.atLeast("ramp's last factor", to, 0);
        Require.positive("ramp's steps", steps);
    }

    @Override
    public double factor(long step) {
        return from + (to - from) * Math.min(1, (double) step / steps);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(steps);
    }

    @Override
    public String toString() {
        return Call.of("ramp").with(from).with(to).with(steps).toString();
    }
}
