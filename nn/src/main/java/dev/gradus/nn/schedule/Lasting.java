package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Require;
import java.util.OptionalLong;

/// A schedule with an end.
///
/// @param schedule what it says until then
/// @param steps how many steps it lasts
record Lasting(Schedule schedule, long steps) implements Schedule {
    Lasting {
        Require.positive("lasting", steps);
        schedule = schedule.over(steps);
    }

    @Override
    public double factor(long step) {
        return schedule.factor(step);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(steps);
    }

    @Override
    public String toString() {
        return schedule + ".lasting(" + steps + ")";
    }
}
