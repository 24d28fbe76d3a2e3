package dev.gradus.tensor.backend;

/// The error function in double precision.
final class ErrorFunction {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ErrorFunction() {}

    /// Returns `2/√π ∫₀ˣ e^(-t²) dt`.
    ///
    /// Small arguments by the series `2/√π e^(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1))`, large ones by the continued
    /// fraction of the complement (Abramowitz and Stegun 7.1.6 and 7.1.14).
    static double erf(double x) {
        var size = Math.abs(x);
        if (Double.isNaN(x) || size > 6) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        return Math.copySign(size < 3 ? series(size) : 1 - complement(size), x);
    }

    private static double series(double x) {
        var term = x;
        var sum = x;
        for (var n = 1; Math.abs(term) > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }

    private static double complement(double x) {
        var fraction = 0.0;
        for (var n = 60; n >= 1; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }
}
