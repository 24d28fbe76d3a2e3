package dev.gradus.nn.layer;

/// Checks of what a spec is given, so that a mistake shows where the layer is written down.
public final class Require {
    private Require() {}

    /// Refuses a number below 1.
    public static void positive(String layer, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s was given %s = %d: give 1 or more".formatted(layer, what, value));
        }
    }

    /// Refuses numbers of which one is below 1.
    public static void positive(String layer, String what, Iterable<Integer> values) {
        values.forEach(value -> positive(layer, what, value));
    }
}
