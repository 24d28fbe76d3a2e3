package dev.gradus.nn.schedule;

/// Ways along half a wave of the cosine.
final class Waves {
    private Waves() {}

    /// Returns the number at `way`, from 0 to 1, between `from` and `to`.
    static double between(double from, double to, double way) {
        return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * way)) / 2;
    }
}
