package dev.gradus.train.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The scores of all examples, and the figures of their columns. A row is a score of each class, the class and
/// the weight; or a score of each label, whether it is so, and the weight.
final class RankTable {
    static final int BINARY_WIDTH = 3;

    private final RankMetric metric;
    private final Rows rows;
    private final int columns;

    RankTable(RankMetric metric, Rows rows) {
        this.metric = metric;
        this.rows = rows;
        this.columns =
                rows.width() == 0
                        ? 0
                        : metric.anyNumber() ? (rows.width() - 1) / 2 : rows.width() - 2;
    }

    static BinaryCounts binary(Rows rows) {
        var labels = rows.width() == 0 ? new double[0] : rows.column(1);
        var truth = new boolean[labels.length];
        for (var i = 0; i < truth.length; i++) {
            truth[i] = labels[i] == 1;
        }
        return labels.length == 0
                ? BinaryCounts.of(new double[0], truth, new double[0])
                : BinaryCounts.of(rows.column(0), truth, rows.column(2));
    }

    private boolean isBinary() {
        return !metric.anyNumber() && columns == 1;
    }

    double value() {
        if (rows.size() == 0) {
            return Double.NaN;
        }
        if (isBinary()) {
            return metric.figure().of(binary(rows));
        }
        if (metric.pairs()) {
            return pairs();
        }
        return switch (metric.averaging()) {
            case ClassAveraging.Micro _ -> metric.figure().of(together());
            case ClassAveraging.Weighted _ -> weighted();
            case ClassAveraging.Macro _, ClassAveraging.Binary _, ClassAveraging.OfClass _ ->
                    Means.of(values());
        };
    }

    double[] values() {
        if (rows.size() == 0 || isBinary()) {
            return new double[] {value()};
        }
        return IntStream.range(0, columns)
                .mapToDouble(column -> metric.figure().of(column(column, _ -> true)))
                .toArray();
    }

    private boolean isTrue(int row, int column) {
        return metric.anyNumber() ? rows.get(row, columns + column) == 1 : label(row) == column;
    }

    private int label(int row) {
        return (int) rows.get(row, columns);
    }

    private double weight(int row) {
        return rows.get(row, rows.width() - 1);
    }

    private BinaryCounts column(int column, IntPredicate among) {
        var chosen = IntStream.range(0, rows.size()).filter(among).toArray();
        var truth = new boolean[chosen.length];
        for (var i = 0; i < chosen.length; i++) {
            truth[i] = isTrue(chosen[i], column);
        }
        return BinaryCounts.of(
                Arrays.stream(chosen).mapToDouble(row -> rows.get(row, column)).toArray(),
                truth,
                Arrays.stream(chosen).mapToDouble(this::weight).toArray());
    }

    private BinaryCounts together() {
        var size = Math.multiplyExact(rows.size(), columns);
        var scores = new double[size];
        var truth = new boolean[size];
        var weights = new double[size];
        for (var i = 0; i < size; i++) {
            scores[i] = rows.get(i / columns, i % columns);
            truth[i] = isTrue(i / columns, i % columns);
            weights[i] = weight(i / columns);
        }
        return BinaryCounts.of(scores, truth, weights);
    }

    private double weighted() {
        var sum = 0.0;
        var whole = 0.0;
        for (var column = 0; column < columns; column++) {
            var counts = column(column, _ -> true);
            if (counts.positives() > 0) {
                sum += counts.positives() * metric.figure().of(counts);
                whole += counts.positives();
            }
        }
        return whole == 0 ? 0 : sum / whole;
    }

    /// Each two classes that are there, among the examples of both: the mean of the figures of either.
    private double pairs() {
        var sum = 0.0;
        var whole = 0.0;
        for (var a = 0; a < columns; a++) {
            for (var b = a + 1; b < columns; b++) {
                var first = a;
                var second = b;
                IntPredicate both = row -> label(row) == first || label(row) == second;
                var one = column(a, both);
                var other = column(b, both);
                if (one.positives() > 0 && other.positives() > 0) {
                    var weight =
                            metric.averaging() instanceof ClassAveraging.Weighted
                                    ? one.positives() + one.negatives()
                                    : 1;
                    sum += weight * (metric.figure().of(one) + metric.figure().of(other)) / 2;
                    whole += weight;
                }
            }
        }
        return whole == 0 ? Double.NaN : sum / whole;
    }
}
