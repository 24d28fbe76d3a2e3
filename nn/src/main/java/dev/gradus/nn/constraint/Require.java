package dev.gradus.nn.constraint;

/// Checks of what a constraint is given.
final class Require {
    private Require() {}

    static void atLeast(String what, double value, double limit) {
        if (!(value >= limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give %s or more".formatted(what, value, limit));
        }
    }

    static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number from 0 to 1".formatted(what, value));
        }
    }
}
