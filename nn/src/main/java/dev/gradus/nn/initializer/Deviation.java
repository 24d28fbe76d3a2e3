package dev.gradus.nn.initializer;

/// The check that normal distributions share.
final class Deviation {
    private Deviation() {}

    static void check(double deviation) {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException(
                    "weights were to have the deviation %s: give 0 or more".formatted(deviation));
        }
    }
}
