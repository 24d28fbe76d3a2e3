package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/// Checks that data are what a network was made for.
final class Fit {
    private Fit() {}

    static void check(String what, Shape input, List<String> classes, Dataset data) {
        if (!data.exampleShape().equals(input)) {
            throw new IllegalArgumentException(
                    "%s takes examples of shape %s but %s has %s"
                            .formatted(what, input, data.name(), data.exampleShape()));
        }
        if (!data.classes().equals(classes)) {
            throw new IllegalArgumentException(
                    "%s knows the classes %s but %s has %s: the names and their order must agree"
                            .formatted(what, classes, data.name(), data.classes()));
        }
    }

    static void checkNotEmpty(String part, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException(
                    "the %s part (%s) holds no examples: give some, for example by Split.fractions(0.8, 0.1, 0.1)"
                            .formatted(part, data.name()));
        }
    }

    /// Tries a metric out on an example of the first class: one that cannot speak of such answers is noticed
    /// now and not after the first epoch. Formulas of one's own may need more examples and are trusted.
    static void checkMetric(Metric metric, List<String> classes) {
        if (metric instanceof FormulaMetric) {
            return;
        }
        var alike = new float[classes.size()];
        Arrays.fill(alike, 1f / alike.length);
        try {
            metric.of(new Predictions(classes, new int[] {0}, alike));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the trainer was given the metric %s, which cannot judge probabilities of %d classes: %s"
                            .formatted(metric.name(), classes.size(), e.getMessage()),
                    e);
        }
    }
}
