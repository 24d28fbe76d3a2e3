package dev.gradus.train.metric;

/// How far two judges of the same examples agree, read from the table of what each said: rows are what
/// examples are, columns what they were called.
public final class Agreement {
    /// How much it matters how far apart two classes are.
    public enum Distance {
        /// Every mistake is as bad as any other.
        NONE,
        /// By as many times as classes lie apart, which are in order then.
        LINEAR,
        /// By the square of that.
        QUADRATIC;

        double of(int truth, int predicted) {
            var steps = Math.abs(truth - predicted);
            return switch (this) {
                case NONE -> Math.min(1, steps);
                case LINEAR -> steps;
                case QUADRATIC -> (double) steps * steps;
            };
        }
    }

    private Agreement() {}

    /// Returns the correlation of truth and answers, for two classes or more: 1 is perfect, 0 is chance,
    /// and 0 also where all examples are, or were called, the same (Matthews 1975; Gorodkin 2004).
    public static double matthews(double[][] counts) {
        var sums = Sides.of(counts);
        var hits = 0.0;
        var both = 0.0;
        var truths = 0.0;
        var answers = 0.0;
        for (var i = 0; i < counts.length; i++) {
            hits += counts[i][i];
            both += sums.truth[i] * sums.answer[i];
            truths += sums.truth[i] * sums.truth[i];
            answers += sums.answer[i] * sums.answer[i];
        }
        var square = sums.total * sums.total;
        var spread = (square - truths) * (square - answers);
        return spread == 0 ? 0 : (hits * sums.total - both) / Math.sqrt(spread);
    }

    /// Returns `1 - d / e`, where `d` is how far truth and answers lie apart and `e` how far they would if
    /// the same answers were given by chance: 1 is perfect, 0 is chance (Cohen 1960, 1968). It is no number
    /// where chance alone would agree.
    public static double kappa(double[][] counts, Distance distance) {
        var sums = Sides.of(counts);
        var apart = 0.0;
        var expected = 0.0;
        for (var i = 0; i < counts.length; i++) {
            for (var j = 0; j < counts.length; j++) {
                apart += distance.of(i, j) * counts[i][j];
                expected += distance.of(i, j) * sums.truth[i] * sums.answer[j];
            }
        }
        return expected == 0 ? Double.NaN : 1 - apart * sums.total / expected;
    }

    /// The sums of rows, of columns and of everything; seen by this class only.
    private static final class Sides {
        private final double[] truth;
        private final double[] answer;
        private double total;

        private Sides(int classes) {
            truth = new double[classes];
            answer = new double[classes];
        }

        private static Sides of(double[][] counts) {
            var sides = new Sides(counts.length);
            for (var i = 0; i < counts.length; i++) {
                for (var j = 0; j < counts.length; j++) {
                    sides.truth[i] += counts[i][j];
                    sides.answer[j] += counts[i][j];
                    sides.total += counts[i][j];
                }
            }
            return sides;
        }
    }
}
