package dev.gradus.nn.optimizer;

/// Checks of what a spec is given.
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

    static void atMost(String what, double value, double limit) {
        if (!(value <= limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give %s or less".formatted(what, value, limit));
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

    static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number of at least 0 and below 1"
                            .formatted(what, value));
        }
    }
}
