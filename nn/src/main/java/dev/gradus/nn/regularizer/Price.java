package dev.gradus.nn.regularizer;

/// The check that all prices share.
final class Price {
    private Price() {}

    static void check(String name, double strength) {
        if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s was given the strength %s: give 0 or more, such as 1e-4"
                            .formatted(name, strength));
        }
    }
}
