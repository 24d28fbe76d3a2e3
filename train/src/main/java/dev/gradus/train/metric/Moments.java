package dev.gradus.train.metric;

import java.math.BigInteger;
import java.util.Arrays;

/// Sums of weights, numbers and products of numbers, from which variance and correlation follow without
/// the loss of digits that such formulas are known for.
final class Moments {
    private Moments() {}

    static boolean areFinite(ExactSum... sums) {
        return Arrays.stream(sums).allMatch(ExactSum::isFinite);
    }

    /// Returns `w Σab - Σa Σb`, where `w` is the sum of weights: the covariance times `w²`.
    static BigInteger spread(ExactSum weight, ExactSum products, ExactSum a, ExactSum b) {
        return weight.steps().multiply(products.steps()).subtract(a.steps().multiply(b.steps()));
    }

    /// Returns `1 - left / whole`, the share that is explained. Where there is nothing to explain it is 1 if
    /// nothing is left, otherwise 0.
    static double explained(BigInteger left, BigInteger whole) {
        if (whole.signum() == 0) {
            return left.signum() == 0 ? 1 : 0;
        }
        return ExactSum.quotient(whole.subtract(left), whole);
    }

    /// Returns the correlation, or no number where one side does not vary.
    static double correlation(BigInteger both, BigInteger first, BigInteger second) {
        if (first.signum() == 0 || second.signum() == 0) {
            return Double.NaN;
        }
        var square = ExactSum.quotient(both.pow(2), first.multiply(second));
        return both.signum() * Math.sqrt(square);
    }
}
