package dev.gradus.nn.spec;

import java.util.List;

/// Checks of what a spec is given, so that a mistake shows where it is written down.
public final class Require {
    private Require() {}

    /// Refuses a size below 1 of a layer.
    public static void positive(String layer, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s was given %s = %d: give 1 or more".formatted(layer, what, value));
        }
    }

    /// Refuses sizes of a layer of which one is below 1.
    public static void positive(String layer, String what, Iterable<Integer> values) {
        values.forEach(value -> positive(layer, what, value));
    }

    /// Refuses sizes of a layer of which one is below 0.
    public static void notNegative(String layer, String what, Iterable<Integer> values) {
        for (var value : values) {
            if (value < 0) {
                throw new IllegalArgumentException(
                        "%s was given %s = %d: give 0 or more".formatted(layer, what, value));
            }
        }
    }

    /// Refuses anything but a number for all spatial axes, or one for each of at most three.
    public static void oneOrEach(String layer, String what, List<Integer> values) {
        if (values.isEmpty() || values.size() > 3) {
            throw new IllegalArgumentException(
                    "%s was given the %s %s: give one number for all spatial axes, or one for each of at most 3"
                            .formatted(layer, what, values));
        }
    }

    /// Refuses a guard against divisions by 0 that is none.
    public static void guard(String layer, double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "%s was given epsilon %s: give a small number above 0"
                            .formatted(layer, epsilon));
        }
    }

    /// Refuses a rate of a layer that is no share.
    public static void rate(String layer, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "%s was given the rate %s: it is a share, at least 0 and below 1, such as 0.2"
                            .formatted(layer, rate));
        }
    }

    /// Refuses a whole number below 1.
    public static void positive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s was given %d: give 1 or more".formatted(what, value));
        }
    }

    /// Refuses a whole number below 0.
    public static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "%s was given %d: give 0 or more".formatted(what, value));
        }
    }

    /// Refuses a number that is not above `limit`.
    public static void above(String what, double value, double limit) {
        if (!(value > limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number above %s".formatted(what, value, limit));
        }
    }

    /// Refuses a number below `limit`.
    public static void atLeast(String what, double value, double limit) {
        if (!(value >= limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give %s or more".formatted(what, value, limit));
        }
    }

    /// Refuses a number above `limit`.
    public static void atMost(String what, double value, double limit) {
        if (!(value <= limit)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give %s or less".formatted(what, value, limit));
        }
    }

    /// Refuses a number that is not at least 0 and below 1.
    public static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number of at least 0 and below 1"
                            .formatted(what, value));
        }
    }

    /// Refuses a number that is not from 0 to 1.
    public static void shareOrAll(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "%s was given %s: give a number from 0 to 1".formatted(what, value));
        }
    }
}
