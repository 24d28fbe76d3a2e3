package dev.gradus.train.metric;

import dev.gradus.train.Metric;
import java.math.BigInteger;

/// How far numbers and what they should be go together, from the sums that tell.
final class Correlations {
    private static final int WEIGHT = 0;
    private static final int TARGET = 1;
    private static final int OUTPUT = 2;
    private static final int TARGET_SQUARE = 3;
    private static final int OUTPUT_SQUARE = 4;
    private static final int BOTH = 5;
    private static final int KINDS = 6;

    private Correlations() {}

    static Metric pearson() {
        return of(
                "Pearson correlation",
                sums ->
                        Moments.correlation(
                                Moments.spread(
                                        sums[WEIGHT], sums[BOTH], sums[TARGET], sums[OUTPUT]),
                                targets(sums),
                                outputs(sums)));
    }

    static Metric concordance() {
        return of("concordance correlation", Correlations::concordance);
    }

    private static double concordance(ExactSum[] sums) {
        var both = Moments.spread(sums[WEIGHT], sums[BOTH], sums[TARGET], sums[OUTPUT]);
        var apart = sums[TARGET].steps().subtract(sums[OUTPUT].steps()).pow(2);
        var whole = targets(sums).add(outputs(sums)).add(apart);
        return whole.signum() == 0 ? Double.NaN : ExactSum.quotient(both.shiftLeft(1), whole);
    }

    private static BigInteger targets(ExactSum[] sums) {
        return Moments.spread(sums[WEIGHT], sums[TARGET_SQUARE], sums[TARGET], sums[TARGET]);
    }

    private static BigInteger outputs(ExactSum[] sums) {
        return Moments.spread(sums[WEIGHT], sums[OUTPUT_SQUARE], sums[OUTPUT], sums[OUTPUT]);
    }

    private static Metric of(String name, SummedRegression.Formula formula) {
        return new SummedRegression(
                name,
                false,
                KINDS,
                (sums, y, p, w) -> {
                    sums[WEIGHT].add(w);
                    sums[TARGET].addProduct(y, w);
                    sums[OUTPUT].addProduct(p, w);
                    sums[TARGET_SQUARE].addProduct(y, y, w);
                    sums[OUTPUT_SQUARE].addProduct(p, p, w);
                    sums[BOTH].addProduct(y, p, w);
                },
                sums -> Moments.areFinite(sums) ? formula.of(sums) : Double.NaN);
    }
}
