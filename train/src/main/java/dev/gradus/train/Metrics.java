package dev.gradus.train;

import java.util.stream.IntStream;

/// The metrics by the names under which they are written down; meant for `import static`.
public final class Metrics {
    private Metrics() {}

    /// Returns the share of examples that are given the class they have.
    public static Metric accuracy() {
        return Metric.of("accuracy", predictions -> predictions.confusion().accuracy());
    }

    /// Returns the share of examples whose class is among the `count` likeliest.
    public static Metric topAccuracy(int count) {
        return Metric.of("top-" + count + " accuracy", predictions -> top(predictions, count));
    }

    /// Returns the mean F1 of all classes, in which rare classes count as much as common ones.
    public static Metric macroF1() {
        return Metric.of("macro F1", predictions -> predictions.confusion().macroF1());
    }

    /// Returns the mean precision of all classes.
    public static Metric macroPrecision() {
        return Metric.of(
                "macro precision", predictions -> predictions.confusion().macroPrecision());
    }

    /// Returns the mean recall of all classes.
    public static Metric macroRecall() {
        return Metric.of("macro recall", predictions -> predictions.confusion().macroRecall());
    }

    private static double top(Predictions predictions, int count) {
        return IntStream.range(0, predictions.size())
                .mapToDouble(i -> {
                    var truth = predictions.truth(i);
                    return predictions.prediction(i).top(count).stream()
                                    .anyMatch(choice -> choice.index() == truth)
                            ? 1
                            : 0;
                })
                .average()
                .orElse(0);
    }
}
