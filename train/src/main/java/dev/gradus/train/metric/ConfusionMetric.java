package dev.gradus.train.metric;

import dev.gradus.train.ConfusionMatrix;
import dev.gradus.train.Metric;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/// A figure of the whole confusion matrix: how far truth and answers agree.
///
/// Outputs and targets are as [ClassMetric] takes them. It keeps classes × classes numbers.
///
/// @param name the name by which people know it
/// @param figure the formula
/// @param ignored the label of examples that are left out
public record ConfusionMetric(
        String name, ToDoubleFunction<ConfusionMatrix> figure, OptionalInt ignored)
        implements Metric {
    /// Returns the metric of this formula.
    public static ConfusionMetric of(String name, ToDoubleFunction<ConfusionMatrix> figure) {
        return new ConfusionMetric(name, figure, OptionalInt.empty());
    }

    /// Returns the figure without the examples whose target is `label`.
    public ConfusionMetric ignoring(int label) {
        return new ConfusionMetric(name, figure, OptionalInt.of(label));
    }

    @Override
    public ConfusionScore start() {
        return new ConfusionScore(name, figure, ignored);
    }

    @Override
    public String toString() {
        return name;
    }
}
