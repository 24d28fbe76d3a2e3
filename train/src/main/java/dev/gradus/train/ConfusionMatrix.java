package dev.gradus.train;

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
    private final int[][] counts;

    private ConfusionMatrix(List<String> classes, int[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = counts;
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
        var counts = new int[classes.size()][classes.size()];
        for (var i = 0; i < truth.length; i++) {
            check(classes, truth[i]);
            check(classes, predicted[i]);
            counts[truth[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /// Returns the matrix with these counts, row by row; the arrays are taken over.
    static ConfusionMatrix ofCounts(List<String> classes, int[][] counts) {
        return new ConfusionMatrix(classes, counts);
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
        return counts[truth][predicted];
    }

    /// Returns all counts, row by row, in arrays of the caller's own.
    public int[][] counts() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /// Returns how many examples were counted.
    public int total() {
        return IntStream.range(0, counts.length).map(this::support).sum();
    }

    /// Returns how many examples are of class `label`.
    public int support(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    /// Returns how many examples were called `label`.
    public int called(int label) {
        return Arrays.stream(counts).mapToInt(row -> row[label]).sum();
    }

    /// Returns the share of all examples that were called what they are.
    public double accuracy() {
        return share(IntStream.range(0, counts.length).map(i -> counts[i][i]).sum(), total());
    }

    /// Returns, of the examples called `label`, the share that are.
    public double precision(int label) {
        return share(counts[label][label], called(label));
    }

    /// Returns, of the examples that are `label`, the share called so.
    public double recall(int label) {
        return share(counts[label][label], support(label));
    }

    /// Returns precision and recall of `label` in one number, their harmonic mean:
    /// `2 p r / (p + r)`.
    public double f1(int label) {
        return share(2.0 * counts[label][label], called(label) + (double) support(label));
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
                .filter(label -> support(label) + called(label) > 0)
                .mapToDouble(score)
                .average()
                .orElse(0);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// Returns the counts as a table.
    @Override
    public String toString() {
        return ConfusionText.of(this);
    }
}
