package dev.gradus.train.metric;

import java.util.Arrays;

/// What is called so at every threshold: scores that differ, from the largest down, and how many of what is
/// so and of what is not lie at or above each. Without weights all of it is counted, so the order of
/// examples does not matter.
final class BinaryCounts {
    private final double[] thresholds;
    private final double[] truePositives;
    private final double[] falsePositives;
    private final boolean known;

    private BinaryCounts(
            double[] thresholds, double[] truePositives, double[] falsePositives, boolean known) {
        this.thresholds = thresholds;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
        this.known = known;
    }

    static BinaryCounts of(double[] scores, boolean[] truth, double[] weights) {
        var sorted = new double[scores.length];
        var counting = 0;
        var known = true;
        for (var i = 0; i < scores.length; i++) {
            known &= !Double.isNaN(scores[i]);
            if (weights[i] > 0) {
                sorted[counting++] = positiveZero(scores[i]);
            }
        }
        Arrays.sort(sorted, 0, counting);
        var size = 0;
        for (var i = 0; i < counting; i++) {
            if (i == 0 || sorted[i] != sorted[size - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        var positives = new double[size];
        var negatives = new double[size];
        for (var i = 0; known && i < scores.length; i++) {
            if (weights[i] > 0) {
                var ascending = Arrays.binarySearch(sorted, 0, size, positiveZero(scores[i]));
                var side = truth[i] ? positives : negatives;
                side[size - 1 - ascending] += weights[i];
            }
        }
        var descending = new double[size];
        for (var k = 0; k < size; k++) {
            descending[k] = sorted[size - 1 - k];
            positives[k] += k == 0 ? 0 : positives[k - 1];
            negatives[k] += k == 0 ? 0 : negatives[k - 1];
        }
        return new BinaryCounts(descending, positives, negatives, known);
    }

    private static double positiveZero(double value) {
        return value + 0.0;
    }

    /// Returns whether every score is a number.
    boolean known() {
        return known;
    }

    int size() {
        return thresholds.length;
    }

    /// Returns threshold `k`, counted from the largest; -1 is that of calling nothing so.
    double threshold(int k) {
        return k < 0 ? Double.POSITIVE_INFINITY : thresholds[k];
    }

    double truePositives(int k) {
        return k < 0 ? 0 : truePositives[k];
    }

    double falsePositives(int k) {
        return k < 0 ? 0 : falsePositives[k];
    }

    double positives() {
        return truePositives(size() - 1);
    }

    double negatives() {
        return falsePositives(size() - 1);
    }

    Tally tally(int k) {
        return new Tally(
                truePositives(k),
                falsePositives(k),
                positives() - truePositives(k),
                negatives() - falsePositives(k));
    }

    /// Returns what comes of a threshold that need not be one of the scores.
    Tally at(double threshold) {
        var low = 0;
        var high = size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (thresholds[middle] >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return tally(low - 1);
    }

    /// Returns how likely something that is so has a larger score than something that is not, half of the
    /// ties counted in; no number where one of both is missing.
    double rocArea() {
        if (!known || positives() == 0 || negatives() == 0) {
            return Double.NaN;
        }
        var area = 0.0;
        for (var k = 0; k < size(); k++) {
            area +=
                    (falsePositives(k) - falsePositives(k - 1))
                            * (truePositives(k) + truePositives(k - 1));
        }
        return area / 2 / positives() / negatives();
    }

    /// Returns the mean precision over steps of recall; 0 where nothing is so.
    double averagePrecision() {
        if (!known || size() == 0) {
            return Double.NaN;
        }
        var sum = 0.0;
        for (var k = 0; k < size(); k++) {
            var step = truePositives(k) - truePositives(k - 1);
            sum += step * truePositives(k) / (truePositives(k) + falsePositives(k));
        }
        return positives() == 0 ? 0 : sum / positives();
    }
}
