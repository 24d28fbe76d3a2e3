package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Keeps scores beside what is so. Apart from its figure it knows the curves and the search for a threshold.
public final class RankScore implements Score {
    private final Running<Rows> running;

    RankScore(RankMetric metric) {
        this.running =
                new Running<>(
                        metric.name(),
                        new Rows(),
                        (rows, outputs, targets, weights) ->
                                add(metric, rows, outputs, targets, weights),
                        rows -> new RankTable(metric, rows).value(),
                        rows -> new RankTable(metric, rows).values());
    }

    private static void add(
            RankMetric metric,
            Rows rows,
            Tensor outputs,
            Tensor targets,
            Optional<Tensor> weights) {
        if (metric.anyNumber()) {
            addLabels(metric.name(), rows, outputs, targets, weights);
            return;
        }
        var batch = Labelled.of(outputs, targets, weights, metric.ignored());
        if (!batch.isSingle()) {
            batch.probabilities(metric.name());
        }
        // of two probabilities one says all
        var first = batch.classes() == 2 ? 1 : 0;
        var width = batch.classes() - first + 2;
        var numbers = new double[batch.size() * width];
        for (var i = 0; i < batch.size(); i++) {
            for (var label = first; label < batch.classes(); label++) {
                numbers[i * width + label - first] = batch.score(i, label);
            }
            numbers[i * width + width - 2] = batch.label(i);
            numbers[i * width + width - 1] = batch.weight(i);
        }
        rows.append(width, numbers);
    }

    private static void addLabels(
            String metric, Rows rows, Tensor outputs, Tensor targets, Optional<Tensor> given) {
        var labels = Axes.several(metric, outputs, targets);
        var examples = labels == 0 ? 0 : outputs.count() / labels;
        var weights = Weights.of(given, examples);
        var width = 2 * labels + 1;
        var numbers = new double[examples * width];
        for (var i = 0; i < examples; i++) {
            for (var label = 0; label < labels; label++) {
                var place = i * labels + label;
                numbers[i * width + label] = outputs.buffer().getDouble(place);
                numbers[i * width + labels + label] =
                        Axes.isTrue(targets.buffer().getDouble(place)) ? 1 : 0;
            }
            numbers[i * width + width - 1] = weights.of(i);
        }
        rows.append(width, numbers);
    }

    /// Returns the receiver operating characteristic of two classes.
    ///
    /// @throws IllegalStateException if there are more classes, or labels
    public RocCurve rocCurve() {
        return RocCurve.of(binary());
    }

    /// Returns the curve of precision and recall of two classes.
    ///
    /// @throws IllegalStateException if there are more classes, or labels
    public PrecisionRecallCurve precisionRecallCurve() {
        return PrecisionRecallCurve.of(binary());
    }

    /// Returns a search for the threshold from which class 1 of two is called so.
    ///
    /// @throws IllegalStateException if there are more classes, or labels
    /// @throws IllegalArgumentException if nothing was seen, or a score is no number
    public ThresholdSearch thresholds() {
        return new ThresholdSearch(binary());
    }

    private BinaryCounts binary() {
        var rows = running.seen();
        if (rows.width() != 0 && rows.width() != RankTable.BINARY_WIDTH) {
            throw new IllegalStateException(
                    "a curve was asked for of %d classes: score each class alone, with its probability [batch] beside 0 and 1"
                            .formatted(rows.width() - 2));
        }
        return RankTable.binary(rows);
    }

    @Override
    public RankScore add(Tensor outputs, Tensor targets) {
        running.add(outputs, targets);
        return this;
    }

    @Override
    public RankScore add(Tensor outputs, Tensor targets, Tensor weights) {
        running.add(outputs, targets, weights);
        return this;
    }

    @Override
    public RankScore merge(Score other) {
        running.merge(other);
        return this;
    }

    @Override
    public RankScore merge(double[] state) {
        running.merge(state);
        return this;
    }

    @Override
    public double value() {
        return running.value();
    }

    @Override
    public double[] values() {
        return running.values();
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
        return running.toString();
    }
}
