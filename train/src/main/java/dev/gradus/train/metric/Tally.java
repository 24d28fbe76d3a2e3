package dev.gradus.train.metric;

/// How often something was said to be so and was: the four counts from which precision, recall and their
/// kin follow. A share of nothing is 0, as in scikit-learn.
///
/// @param truePositives called so, and is
/// @param falsePositives called so, but is not
/// @param falseNegatives is so, but was not called so
/// @param trueNegatives neither
public record Tally(
        double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {
    /// Returns the counts of both together.
    public Tally plus(Tally other) {
        return new Tally(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    /// Returns how many are so.
    public double support() {
        return truePositives + falseNegatives;
    }

    /// Returns how many were called so.
    public double called() {
        return truePositives + falsePositives;
    }

    /// Returns, of those called so, the share that are.
    public double precision() {
        return share(truePositives, called());
    }

    /// Returns, of those that are so, the share called so.
    public double recall() {
        return share(truePositives, support());
    }

    /// Returns, of those that are not so, the share not called so.
    public double specificity() {
        return share(trueNegatives, trueNegatives + falsePositives);
    }

    /// Returns precision and recall in one number, in which recall counts `beta` times as much:
    /// `(1 + beta²) p r / (beta² p + r)` (van Rijsbergen 1979).
    public double f(double beta) {
        var square = beta * beta;
        return share((1 + square) * truePositives, called() + square * support());
    }

    /// Returns what was rightly called so as a share of all that is or was called so: intersection over
    /// union (Jaccard 1901).
    public double jaccard() {
        return share(truePositives, called() + falseNegatives);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
