package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.ConfusionMatrix;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Counts batch by batch which class was taken for which.
///
/// ```java
/// var counts = ConfusionScore.start();
/// for (var batch : test.batches(256)) {
///     counts.add(net.apply(batch.x()), batch.y());
/// }
/// IO.println(counts.matrix(test.classes()));
/// ```
///
/// Outputs and targets are as [ClassMetric] takes them. It keeps classes × classes numbers.
public final class ConfusionScore implements Score {
    private final Running<Counts> running;

    ConfusionScore(String name, ToDoubleFunction<ConfusionMatrix> figure, OptionalInt ignored) {
        this.running =
                new Running<>(
                        name,
                        new Counts(size -> classes(size) * classes(size) == size),
                        (counts, outputs, targets, weights) ->
                                add(name, counts, Labelled.of(outputs, targets, weights, ignored)),
                        counts -> {
                            var matrix = matrix(counts);
                            return matrix.isEmpty() ? Double.NaN : figure.applyAsDouble(matrix);
                        });
    }

    /// Returns a score that has seen nothing. Its figure is the accuracy.
    public static ConfusionScore start() {
        return new ConfusionScore("confusion", ConfusionMatrix::accuracy, OptionalInt.empty());
    }

    private static void add(String name, Counts counts, Labelled batch) {
        if (batch.isSingle()) {
            batch.probabilities(name);
        }
        counts.reach(batch.classes() * batch.classes());
        for (var i = 0; i < batch.size(); i++) {
            counts.add(cell(batch.label(i), batch.predicted(i)), batch.weight(i));
        }
    }

    /// Returns the place of a pair of classes. Pairs lie in shells around the first class, so that more
    /// classes append places and move none.
    private static int cell(int truth, int predicted) {
        return truth < predicted
                ? predicted * predicted + truth
                : truth * truth + truth + predicted;
    }

    private static int classes(int cells) {
        return (int) Math.round(Math.sqrt(cells));
    }

    private static ConfusionMatrix matrix(Counts counts) {
        var classes = classes(counts.size());
        return matrix(
                counts, IntStream.range(0, classes).mapToObj(label -> "class " + label).toList());
    }

    private static ConfusionMatrix matrix(Counts counts, List<String> names) {
        var rows = new double[names.size()][names.size()];
        for (var truth = 0; truth < rows.length; truth++) {
            for (var predicted = 0; predicted < rows.length; predicted++) {
                var cell = cell(truth, predicted);
                rows[truth][predicted] = cell < counts.size() ? counts.get(cell) : 0;
            }
        }
        return ConfusionMatrix.ofCounts(names, rows);
    }

    /// Returns which class was taken for which, classes called by their numbers.
    public ConfusionMatrix matrix() {
        return matrix(running.seen());
    }

    /// Returns which class was taken for which.
    ///
    /// @param classes the names of the classes
    /// @throws IllegalArgumentException if more classes were seen than there are names
    public ConfusionMatrix matrix(List<String> classes) {
        if (classes.size() * classes.size() < running.seen().size()) {
            throw new IllegalArgumentException(
                    "%d names were given for %d classes: give one for each"
                            .formatted(classes.size(), matrix().classes().size()));
        }
        return matrix(running.seen(), classes);
    }

    @Override
    public ConfusionScore add(Tensor outputs, Tensor targets) {
        running.add(outputs, targets);
        return this;
    }

    @Override
    public ConfusionScore add(Tensor outputs, Tensor targets, Tensor weights) {
        running.add(outputs, targets, weights);
        return this;
    }

    @Override
    public ConfusionScore merge(Score other) {
        running.merge(other);
        return this;
    }

    @Override
    public ConfusionScore merge(double[] state) {
        running.merge(state);
        return this;
    }

    @Override
    public double value() {
        return running.value();
    }

    /// Returns the recall of each class.
    @Override
    public double[] values() {
        var matrix = matrix();
        return IntStream.range(0, matrix.classes().size()).mapToDouble(matrix::recall).toArray();
    }

    @Override
    public double[] state() {
        return running.state();
    }

    @Override
    public String metric() {
        return running.metric();
    }

    @Override
    public String toString() {
        return matrix().toString();
    }
}
