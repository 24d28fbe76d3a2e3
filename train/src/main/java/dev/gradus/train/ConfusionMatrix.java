package dev.gradus.train;

import dev.gradus.train.metric.Agreement;
import dev.gradus.train.metric.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Counts which class was taken for which: rows are what examples are, columns what they were
/// called.
///
/// Where a share would be of nothing (no example was called so, or there is none) it is 0, as in
/// scikit-learn.
public final class ConfusionMatrix {
    private final List<String> classes;
    private final double[][] counts;
    private final double[] is;
    private final double[] said;
    private final double whole;

    private ConfusionMatrix(List<String> classes, double[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = counts;
        this.is = new double[counts.length];
        this.said = new double[counts.length];
        var sum = 0.0;
        for (var i = 0; i < counts.length; i++) {
            for (var j = 0; j < counts.length; j++) {
                is[i] += counts[i][j];
                said[j] += counts[i][j];
                sum += counts[i][j];
            }
        }
        this.whole = sum;
    }

    /// Counts pairs of true and predicted class.
    ///
    /// @throws IllegalArgumentException if the lists differ in length or a class does not exist
    public static ConfusionMatrix of(List<String> classes, int[] truth, int[] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(
                    "%d true and %d predicted classes cannot be compared: give one of each for every example"
                            .formatted(truth.length, predicted.length));
        }
        var counts = new double[classes.size()][classes.size()];
        for (var i = 0; i < truth.length; i++) {
            check(classes, truth[i]);
            check(classes, predicted[i]);
            counts[truth[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /// Returns the matrix with these counts, or sums of weights, row by row.
    ///
    /// @throws IllegalArgumentException if there is not one row and one column for each class
    public static ConfusionMatrix ofCounts(List<String> classes, double[][] counts) {
        var size = classes.size();
        if (counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException(
                    "counts in %d rows were given for %d classes: give a row and a column for each"
                            .formatted(counts.length, size));
        }
        return new ConfusionMatrix(
                classes, Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new));
    }

    private static void check(List<String> classes, int label) {
        if (label < 0 || label >= classes.size()) {
            throw new IllegalArgumentException(
                    "there is no class %d among %d: labels go from 0 to %d"
                            .formatted(label, classes.size(), classes.size() - 1));
        }
    }

    /// Returns the names of the classes.
    public List<String> classes() {
        return classes;
    }

    /// Returns how many examples of class `truth` were called `predicted`.
    public int count(int truth, int predicted) {
        return (int) counts[truth][predicted];
    }

    /// Returns how much the examples of class `truth` that were called `predicted` weigh together: their
    /// count where all weigh alike.
    public double weight(int truth, int predicted) {
        return counts[truth][predicted];
    }

    /// Returns all counts, row by row, in arrays of the caller's own.
    public int[][] counts() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).mapToInt(count -> (int) count).toArray())
                .toArray(int[][]::new);
    }

    /// Returns how many examples were counted.
    public int total() {
        return (int) whole;
    }

    /// Returns how many examples are of class `label`.
    public int support(int label) {
        return (int) is[label];
    }

    /// Returns how many examples were called `label`.
    public int called(int label) {
        return (int) said[label];
    }

    /// Returns whether nothing was counted.
    public boolean isEmpty() {
        return whole == 0;
    }

    /// Returns the share of all examples that were called what they are.
    public double accuracy() {
        var hits = IntStream.range(0, counts.length).mapToDouble(i -> counts[i][i]).sum();
        return whole == 0 ? 0 : hits / whole;
    }

    /// Returns how class `label` was told from the rest.
    public Tally tally(int label) {
        var hit = counts[label][label];
        return new Tally(
                hit, said[label] - hit, is[label] - hit, whole - said[label] - is[label] + hit);
    }

    /// Returns, of the examples called `label`, the share that are.
    public double precision(int label) {
        return tally(label).precision();
    }

    /// Returns, of the examples that are `label`, the share called so.
    public double recall(int label) {
        return tally(label).recall();
    }

    /// Returns precision and recall of `label` in one number, their harmonic mean:
    /// `2 p r / (p + r)`.
    public double f1(int label) {
        return tally(label).f(1);
    }

    /// Returns the mean precision, in which every class counts alike.
    public double macroPrecision() {
        return macro(this::precision);
    }

    /// Returns the mean recall, in which every class counts alike.
    public double macroRecall() {
        return macro(this::recall);
    }

    /// Returns the mean F1, in which every class counts alike.
    public double macroF1() {
        return macro(this::f1);
    }

    /// Returns the mean recall of the classes that are there, in which every class counts alike.
    public double balancedAccuracy() {
        return IntStream.range(0, counts.length)
                .filter(label -> is[label] > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(0);
    }

    /// Returns how truth and answers go together, from -1 to 1: see [Agreement#matthews].
    public double matthewsCorrelation() {
        return Agreement.matthews(counts);
    }

    /// Returns how far they agree beyond chance, 1 at most: see [Agreement#kappa].
    public double cohenKappa(Agreement.Distance distance) {
        return Agreement.kappa(counts, distance);
    }

    /// Returns precision, recall and F1 of each class.
    public List<ClassScore> perClass() {
        return IntStream.range(0, counts.length)
                .mapToObj(label ->
                        new ClassScore(
                                classes.get(label),
                                precision(label),
                                recall(label),
                                f1(label),
                                support(label)))
                .toList();
    }

    /// A class that is neither there nor predicted says nothing and is left out, as in
    /// scikit-learn.
    private double macro(IntToDoubleFunction score) {
        return IntStream.range(0, counts.length)
                .filter(label -> is[label] + said[label] > 0)
                .mapToDouble(score)
                .average()
                .orElse(0);
    }

    /// Returns the counts as a table.
    @Override
    public String toString() {
        return ConfusionText.of(this);
    }
}
