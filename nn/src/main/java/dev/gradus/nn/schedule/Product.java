package dev.gradus.nn.schedule;

import java.util.OptionalLong;

/// Two schedules at once.
///
/// @param first the one
/// @param second the other
record Product(Schedule first, Schedule second) implements Schedule {
    @Override
    public double factor(long step) {
        return first.factor(step) * second.factor(step);
    }

    @Override
    public OptionalLong length() {
        return first.length().isPresent() ? first.length() : second.length();
    }

    @Override
    public Schedule over(long run) {
        return new Product(first.over(run), second.over(run));
    }

    @Override
    public String toString() {
        return first + ".times(" + second + ")";
    }
}
