package dev.gradus.nn.layer;

import java.util.List;

/// Checks of what a spec is given, so that a mistake shows where the layer is written down.
final class Require {
    private Require() {}

    static void positive(String layer, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s was given %s = %d: give 1 or more".formatted(layer, what, value));
        }
    }

    static void positive(String layer, String what, Iterable<Integer> values) {
        values.forEach(value -> positive(layer, what, value));
    }

    static void notNegative(String layer, String what, Iterable<Integer> values) {
        for (var value : values) {
            if (value < 0) {
                throw new IllegalArgumentException(
                        "%s was given %s = %d: give 0 or more".formatted(layer, what, value));
            }
        }
    }

    /// Checks that there is a number for all spatial axes, or one for each of at most three.
    static void oneOrEach(String layer, String what, List<Integer> values) {
        if (values.isEmpty() || values.size() > 3) {
            throw new IllegalArgumentException(
                    "%s was given the %s %s: give one number for all spatial axes, or one for each of at most 3"
                            .formatted(layer, what, values));
        }
    }
}
