package dev.gradus.course.check;

/// How far a number may be from the one expected: `absolute + relative * |expected|`.
///
/// @param relative in parts of the expected number
/// @param absolute for numbers near 0
public record Tolerance(double relative, double absolute) {
    /// Forgives the rounding of float32, and the order in which numbers are added.
    public static final Tolerance USUAL = new Tolerance(1e-4, 1e-5);

    /// Returns whether `got` is as good as `expected`. NaN is as good as NaN alone.
    boolean holds(double expected, double got) {
        return Double.compare(expected, got) == 0
                || Math.abs(expected - got) <= absolute + relative * Math.abs(expected)
                        && Double.isFinite(expected);
    }
}
