package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// Metrics of examples that have one class each, or any number of labels, which are means over the
/// examples. `Metrics` has their short names.
public final class ClassificationMetrics {
    /// The smallest float above 0: a probability of 0 for what is so would be an infinite loss.
    private static final double LEAST = Float.MIN_VALUE;

    private ClassificationMetrics() {}

    /// Returns the share of examples that are given the class they have.
    public static MeanMetric accuracy(String name) {
        return MeanMetric.of(
                name,
                (metric, outputs, targets, weights, ignored, sink) -> {
                    var batch = Labelled.of(outputs, targets, weights, ignored);
                    if (batch.isSingle()) {
                        batch.probabilities(metric);
                    }
                    shares(batch, i -> batch.predicted(i) == batch.label(i), sink);
                });
    }

    /// Returns the share of examples whose class is among the `count` with the largest outputs; of several
    /// as large, the first come first.
    public static MeanMetric topAccuracy(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "the %d likeliest classes are none: give 1 or more".formatted(count));
        }
        return MeanMetric.of(
                "top-" + count + " accuracy",
                (metric, outputs, targets, weights, ignored, sink) -> {
                    var batch = undecided(metric, outputs, targets, weights, ignored);
                    shares(batch, i -> rank(batch, i) < count, sink);
                });
    }

    /// Returns how many classes come before the true one.
    private static int rank(Labelled batch, int i) {
        var truth = batch.label(i);
        var own = batch.score(i, truth);
        var before = 0;
        for (var label = 0; label < batch.classes(); label++) {
            var score = batch.score(i, label);
            if (score > own || score == own && label < truth) {
                before++;
            }
        }
        return before;
    }

    private static Labelled undecided(
            String metric,
            Tensor outputs,
            Tensor targets,
            Optional<Tensor> weights,
            OptionalInt ignored) {
        var batch = Labelled.of(outputs, targets, weights, ignored);
        if (batch.isDecided()) {
            throw new IllegalArgumentException(
                    "%s needs a number for each class, but whole numbers came: give the outputs before argmax"
                            .formatted(metric));
        }
        return batch;
    }

    private static void shares(Labelled batch, IntPredicate hit, MeanMetric.Sink sink) {
        marks(batch, i -> hit.test(i) ? 1 : 0, sink);
    }

    private static void marks(Labelled batch, IntToDoubleFunction mark, MeanMetric.Sink sink) {
        for (var i = 0; i < batch.size(); i++) {
            sink.accept(mark.applyAsDouble(i), batch.weight(i));
        }
    }

    /// Returns the mean of `-log p` of the class that is so.
    public static MeanMetric logLoss() {
        return surprise("log loss").smaller();
    }

    /// Returns `exp` of the mean of `-log p` of the token that is so.
    public static MeanMetric perplexity() {
        return new MeanMetric(
                "perplexity", true, surprise("perplexity").marks(), Math::exp, OptionalInt.empty());
    }

    private static MeanMetric surprise(String name) {
        return MeanMetric.of(
                name,
                (metric, outputs, targets, weights, ignored, sink) -> {
                    var batch =
                            Labelled.of(outputs, targets, weights, ignored).probabilities(metric);
                    marks(
                            batch,
                            i -> -Math.log(Math.max(LEAST, batch.score(i, batch.label(i)))),
                            sink);
                });
    }

    /// Returns the mean squared distance of probabilities from what is so: of class 1 where there are two
    /// classes, summed over the classes where there are more (Brier 1950).
    public static MeanMetric brier() {
        return MeanMetric.of(
                        "Brier score",
                        (metric, outputs, targets, weights, ignored, sink) -> {
                            var batch =
                                    Labelled.of(outputs, targets, weights, ignored)
                                            .probabilities(metric);
                            marks(batch, i -> squares(batch, i), sink);
                        })
                .smaller();
    }

    private static double squares(Labelled batch, int i) {
        var sum = 0.0;
        for (var label = batch.classes() == 2 ? 1 : 0; label < batch.classes(); label++) {
            var distance = batch.score(i, label) - (label == batch.label(i) ? 1 : 0);
            sum += distance * distance;
        }
        return sum;
    }

    /// Returns the share of labels, of all examples together, that are wrong.
    public static MeanMetric hammingLoss() {
        return labels("Hamming loss", wrong -> wrong).smaller();
    }

    /// Returns the share of examples of which every label is right.
    public static MeanMetric exactMatch() {
        return labels("exact match", wrong -> wrong == 0 ? 1 : 0);
    }

    private static MeanMetric labels(String name, DoubleUnaryOperator ofWrongShare) {
        return MeanMetric.of(
                name,
                (metric, outputs, targets, weights, ignored, sink) -> {
                    var batch = Multilabel.of(metric, outputs, targets, weights, ignored);
                    for (var i = 0; i < batch.size(); i++) {
                        var share = batch.shareOfWrong(i);
                        if (!Double.isNaN(share)) {
                            sink.accept(ofWrongShare.applyAsDouble(share), batch.weight(i));
                        }
                    }
                });
    }
}
