package dev.gradus.nn.schedule;

/// Checks of what a schedule is given.
final class Require {
    private Require() {}

    static void above(String what, double value, double limit) {
        if (!(value > limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number above %s".formatted(what, value, limit));
        }
    }

    static void atLeast(String what, double value, double limit) {
        if (!(value >= limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give %s or more".formatted(what, value, limit));
        }
    }

    static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number of at least 0 and below 1"
                            .formatted(what, value));
        }
    }

    static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "%s was given %d: give 0 or more".formatted(what, value));
        }
    }

    static void positive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s was given %d: give 1 or more".formatted(what, value));
        }
    }

    /// Returns `steps` if they are known.
    static long known(String schedule, long steps) {
        if (steps == 0) {
            throw new IllegalStateException(
                    "%s() was not told how long the run is: say %s(2_000), or over(2_000), or give it to a Trainer, who knows"
                            .formatted(schedule, schedule));
        }
        return steps;
    }
}
