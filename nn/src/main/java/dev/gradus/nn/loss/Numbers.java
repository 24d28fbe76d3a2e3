package dev.gradus.nn.loss;

import java.util.List;
import java.util.stream.Collectors;

/// Numbers as they are written in a program.
final class Numbers {
    private Numbers() {}

    static String text(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Refuses numbers below 0.
    static void notNegative(String loss, String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s was given the %s %s: give a number of 0 or more"
                            .formatted(loss, what, value));
        }
    }

    /// Refuses numbers that are not above 0.
    static void positive(String loss, String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s was given the %s %s: give a number above 0".formatted(loss, what, value));
        }
    }

    /// Refuses what is no share.
    static void share(String loss, String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "%s was given the %s %s: it is a share, from 0 to 1"
                            .formatted(loss, what, value));
        }
    }
}
