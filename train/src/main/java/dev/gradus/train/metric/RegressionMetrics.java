package dev.gradus.train.metric;

import dev.gradus.train.Metric;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Metrics of numbers beside what they should be: outputs and targets `[batch]` or `[batch, outputs]`.
/// `Metrics` has their short names.
public final class RegressionMetrics {
    /// What a target of 0 is divided by: the distance from 1 to the next double, as in scikit-learn.
    private static final double EPSILON = Math.ulp(1.0);

    private RegressionMetrics() {}

    /// Returns the mean of `|y - p|`.
    public static Metric meanAbsoluteError() {
        return mean(
                "mean absolute error", (y, p) -> Math.abs(y - p), DoubleUnaryOperator.identity());
    }

    /// Returns the mean of `|y - p| / |y|`, a share and not of a hundred.
    public static Metric meanAbsolutePercentageError() {
        return mean(
                "mean absolute percentage error",
                (y, p) -> Math.abs(y - p) / Math.max(Math.abs(y), EPSILON),
                DoubleUnaryOperator.identity());
    }

    /// Returns the mean of `2 |y - p| / (|y| + |p|)`, from 0 to 2.
    public static Metric symmetricMeanAbsolutePercentageError() {
        return mean(
                "symmetric mean absolute percentage error",
                (y, p) -> 2 * Math.abs(y - p) / Math.max(Math.abs(y) + Math.abs(p), EPSILON),
                DoubleUnaryOperator.identity());
    }

    /// Returns `Σ|y - p| / Σ|y|`.
    public static Metric weightedMeanAbsolutePercentageError() {
        return new SummedRegression(
                "weighted mean absolute percentage error",
                true,
                2,
                (sums, y, p, w) -> {
                    sums[0].addProduct(Math.abs(y - p), w);
                    sums[1].addProduct(Math.abs(y), w);
                },
                sums -> quotient(sums, DoubleUnaryOperator.identity()));
    }

    /// Returns the mean of `(y - p)²`.
    public static Metric meanSquaredError() {
        return squared("mean squared error", DoubleUnaryOperator.identity());
    }

    /// Returns the square root of the mean of `(y - p)²`.
    public static Metric rootMeanSquaredError() {
        return squared("root mean squared error", Math::sqrt);
    }

    /// Returns the mean of `(log(1 + y) - log(1 + p))²`.
    public static Metric meanSquaredLogarithmicError() {
        return new SummedRegression(
                "mean squared logarithmic error",
                true,
                2,
                new LogarithmicTerms(),
                sums -> quotient(sums, DoubleUnaryOperator.identity()));
    }

    private record LogarithmicTerms() implements SummedRegression.Terms {
        @Override
        public void add(ExactSum[] sums, double y, double p, double w) {
            var error = Math.log1p(y) - Math.log1p(p);
            sums[0].addProduct(error, error, w);
            sums[1].add(w);
        }

        @Override
        public void check(double y, double p) {
            if (y <= -1 || p <= -1) {
                throw new IllegalArgumentException(
                        "the logarithmic error takes numbers above -1, but %s came beside %s: use another error, or clamp the outputs"
                                .formatted(p, y));
            }
        }
    }

    private static Metric mean(String name, DoubleBinaryOperator error, DoubleUnaryOperator end) {
        return new SummedRegression(
                name,
                true,
                2,
                (sums, y, p, w) -> {
                    sums[0].addProduct(error.applyAsDouble(y, p), w);
                    sums[1].add(w);
                },
                sums -> quotient(sums, end));
    }

    private static Metric squared(String name, DoubleUnaryOperator end) {
        return new SummedRegression(
                name,
                true,
                2,
                (sums, y, p, w) -> {
                    sums[0].addProduct(y - p, y - p, w);
                    sums[1].add(w);
                },
                sums -> quotient(sums, end));
    }

    private static double quotient(ExactSum[] sums, DoubleUnaryOperator end) {
        var whole = sums[1].value();
        return whole == 0 ? Double.NaN : end.applyAsDouble(sums[0].value() / whole);
    }

    /// Returns `1 - Σ(y - p)² / Σ(y - mean y)²`.
    public static Metric r2() {
        return new SummedRegression(
                "R2",
                false,
                5,
                (sums, y, p, w) -> {
                    sums[0].add(w);
                    sums[1].addProduct(y, w);
                    sums[2].addProduct(y, y, w);
                    sums[3].addProduct(y - p, y - p, w);
                    sums[4].add(1);
                },
                RegressionMetrics::r2);
    }

    private static double r2(ExactSum[] sums) {
        if (sums[4].value() < 2 || !Moments.areFinite(sums)) {
            return Double.NaN;
        }
        return Moments.explained(
                sums[0].steps().multiply(sums[3].steps()),
                Moments.spread(sums[0], sums[2], sums[1], sums[1]));
    }

    /// Returns `1 - Var(y - p) / Var(y)`: as R2, but an error that is always the same costs nothing.
    public static Metric explainedVariance() {
        return new SummedRegression(
                "explained variance",
                false,
                5,
                (sums, y, p, w) -> {
                    sums[0].add(w);
                    sums[1].addProduct(y, w);
                    sums[2].addProduct(y, y, w);
                    sums[3].addProduct(y - p, w);
                    sums[4].addProduct(y - p, y - p, w);
                },
                RegressionMetrics::explained);
    }

    private static double explained(ExactSum[] sums) {
        if (sums[0].value() == 0 || !Moments.areFinite(sums)) {
            return Double.NaN;
        }
        return Moments.explained(
                Moments.spread(sums[0], sums[4], sums[3], sums[3]),
                Moments.spread(sums[0], sums[2], sums[1], sums[1]));
    }

    /// Returns the correlation of numbers and what they should be (Pearson 1895).
    public static Metric pearson() {
        return Correlations.pearson();
    }

    /// Returns the correlation that also falls with the distance of the means and of the deviations (Lin
    /// 1989).
    public static Metric concordance() {
        return Correlations.concordance();
    }

    /// Returns the correlation of ranks, in which equal numbers share theirs (Spearman 1904).
    public static Metric spearman() {
        return new KeptRegression(
                "Spearman correlation", false, false, (y, p, _) -> Order.correlationOfRanks(y, p));
    }

    /// Returns the median of `|y - p|`; between two in the middle, their mean.
    public static Metric medianAbsoluteError() {
        return new KeptRegression("median absolute error", true, true, Order::medianDistance);
    }

    /// Returns the mean over examples of the cosine of the angle between `[batch, features]` and what they
    /// should be; 0 where one of both is 0.
    public static MeanMetric cosineSimilarity() {
        return MeanMetric.of(
                "cosine similarity",
                (metric, outputs, targets, weights, ignored, sink) -> {
                    var batch = Paired.of(metric, outputs, targets, weights);
                    for (var i = 0; i < batch.size(); i++) {
                        sink.accept(cosine(batch, i), batch.weight(i));
                    }
                });
    }

    private static double cosine(Paired batch, int i) {
        var both = 0.0;
        var outputs = 0.0;
        var targets = 0.0;
        for (var unit = 0; unit < batch.width(); unit++) {
            both += batch.output(i, unit) * batch.target(i, unit);
            outputs += batch.output(i, unit) * batch.output(i, unit);
            targets += batch.target(i, unit) * batch.target(i, unit);
        }
        return outputs == 0 || targets == 0 ? 0 : both / Math.sqrt(outputs) / Math.sqrt(targets);
    }

    /// Returns the largest `|y - p|`.
    public static Metric maxError() {
        return new MaxError();
    }
}
