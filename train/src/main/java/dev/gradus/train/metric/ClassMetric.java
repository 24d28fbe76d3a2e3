package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A figure of how well each class is told from the rest, such as precision, recall or F1.
///
/// Outputs are `[..., classes]` with a number for each class, of which the largest wins; or `[...]` with
/// the probability of class 1 of two; or whole numbers, the classes themselves. Targets are the numbers
/// of the classes, `[...]`. Of each class a [Tally] is kept, so memory does not grow with the examples.
///
/// ```java
/// f1()                      // of class 1 of two
/// f1().macro()              // the mean over the classes; also micro() and weighted()
/// f1().of(3)                // of class 3
/// f1().multilabel().macro() // any number of labels an example: outputs and targets [batch, labels]
/// recall().threshold(0.2)   // class 1 wherever its probability is 0.2 or more
/// ```
///
/// @param figure its name
/// @param formula the figure of one class
/// @param averaging how those of several become one
/// @param anyNumber whether an example has any number of labels instead of one class
/// @param ignored the label of examples that are left out
/// @param threshold the probability from which class 1 of two, or a label, is called so; otherwise the
///     likelier
public record ClassMetric(
        String figure,
        ToDoubleFunction<Tally> formula,
        ClassAveraging averaging,
        boolean anyNumber,
        OptionalInt ignored,
        OptionalDouble threshold)
        implements Metric {
    /// Returns the metric of this formula, of class 1 of two.
    public static ClassMetric of(String figure, ToDoubleFunction<Tally> formula) {
        return new ClassMetric(
                figure,
                formula,
                new ClassAveraging.Binary(),
                false,
                OptionalInt.empty(),
                OptionalDouble.empty());
    }

    /// Returns the metric of precision and recall in which recall counts `beta` times as much.
    public static ClassMetric fBeta(double beta) {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "F was given a beta of %s: give a number above 0, such as 2 for recall or 0.5 for precision"
                            .formatted(beta));
        }
        return of(
                "F" + (beta == Math.rint(beta) ? String.valueOf((long) beta) : beta),
                it -> it.f(beta));
    }

    /// Returns the mean over the classes, in which each counts alike.
    public ClassMetric macro() {
        return averaging(new ClassAveraging.Macro());
    }

    /// Returns the figure of the counts of all classes together.
    public ClassMetric micro() {
        return averaging(new ClassAveraging.Micro());
    }

    /// Returns the mean over the classes, in which each counts as often as it is there.
    public ClassMetric weighted() {
        return averaging(new ClassAveraging.Weighted());
    }

    /// Returns the figure of class `label`.
    public ClassMetric of(int label) {
        return averaging(new ClassAveraging.OfClass(label));
    }

    private ClassMetric averaging(ClassAveraging other) {
        return new ClassMetric(figure, formula, other, anyNumber, ignored, threshold);
    }

    /// Returns the figure of examples that have any number of labels: outputs and targets are
    /// `[batch, labels]`, probabilities beside 0 and 1.
    public ClassMetric multilabel() {
        return new ClassMetric(figure, formula, averaging, true, ignored, threshold);
    }

    /// Returns the figure without the examples (pixels, words) whose target is `label`.
    public ClassMetric ignoring(int label) {
        return new ClassMetric(
                figure, formula, averaging, anyNumber, OptionalInt.of(label), threshold);
    }

    /// Returns the figure with class 1 of two, or a label, called so wherever its probability is
    /// `probability` or more.
    public ClassMetric threshold(double probability) {
        return new ClassMetric(
                figure, formula, averaging, anyNumber, ignored, OptionalDouble.of(probability));
    }

    @Override
    public String name() {
        var plain =
                averaging instanceof ClassAveraging.OfClass one
                        ? "%s of %s".formatted(figure, one)
                        : "%s %s".formatted(averaging, figure).strip();
        return plain
                + (anyNumber ? " of labels" : "")
                + (threshold.isPresent() ? " from " + threshold.getAsDouble() : "");
    }

    @Override
    public Score start() {
        return new Running<>(name(), Tallies.none(), this::add, this::value, this::values);
    }

    private void add(Counts counts, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        if (anyNumber) {
            Tallies.addLabels(name(), counts, outputs, targets, weights, ignored, threshold);
        } else {
            var batch = Labelled.of(outputs, targets, weights, ignored);
            if (averaging instanceof ClassAveraging.Binary && batch.classes() > 2) {
                throw new IllegalArgumentException(
                        "%s speaks of class 1 of two, but there are %d classes: add macro(), micro(), weighted() or of(class)"
                                .formatted(figure, batch.classes()));
            }
            if (batch.isSingle() || threshold.isPresent()) {
                batch.probabilities(name());
            }
            Tallies.add(counts, batch, threshold);
        }
    }

    private double value(Counts counts) {
        var tallies = Tallies.of(counts);
        if (tallies.length == 0 || Tallies.total(counts) == 0) {
            return Double.NaN;
        }
        return switch (averaging) {
            case ClassAveraging.Binary _ -> formula.applyAsDouble(one(tallies, 1));
            case ClassAveraging.OfClass(var label) -> formula.applyAsDouble(one(tallies, label));
            case ClassAveraging.Micro _ ->
                    formula.applyAsDouble(Arrays.stream(tallies).reduce(Tally::plus).orElseThrow());
            case ClassAveraging.Macro _ -> mean(tallies, tally -> says(tally) ? 1 : 0);
            case ClassAveraging.Weighted _ -> mean(tallies, Tally::support);
        };
    }

    /// In examples of one class each, one that is neither there nor predicted says nothing.
    private boolean says(Tally tally) {
        return anyNumber || tally.support() + tally.called() > 0;
    }

    private static Tally one(Tally[] tallies, int label) {
        // classes given as whole numbers may never have reached it
        return label < tallies.length
                ? tallies[label]
                : new Tally(0, 0, 0, tallies[0].support() + rest(tallies[0]));
    }

    private static double rest(Tally tally) {
        return tally.falsePositives() + tally.trueNegatives();
    }

    private double mean(Tally[] tallies, ToDoubleFunction<Tally> weight) {
        var whole = Arrays.stream(tallies).mapToDouble(weight).sum();
        var sum =
                Arrays.stream(tallies)
                        .mapToDouble(it -> weight.applyAsDouble(it) * formula.applyAsDouble(it))
                        .sum();
        return whole == 0 ? 0 : sum / whole;
    }

    private double[] values(Counts counts) {
        var tallies = Tallies.of(counts);
        return IntStream.range(0, tallies.length)
                .mapToDouble(label -> formula.applyAsDouble(tallies[label]))
                .toArray();
    }

    @Override
    public String toString() {
        return name();
    }
}
