package dev.gradus.train.metric;

import dev.gradus.train.Metric;
import java.util.List;
import java.util.stream.Stream;

/// A metric as a user writes it, and what must be so of it: a new metric adds rows to its family and no other
/// test.
///
/// @param text how it is written in a program
/// @param metric the metric
/// @param name by which people know it
/// @param weights whether examples may have weights
record MetricCase(String text, Metric metric, String name, boolean weights) {
    static MetricCase row(String text, Metric metric, String name) {
        return new MetricCase(text, metric, name, true);
    }

    static MetricCase unweighted(String text, Metric metric, String name) {
        return new MetricCase(text, metric, name, false);
    }

    /// Returns the rows of all families.
    static Stream<MetricCase> all() {
        return Stream.of(
                        ClassificationCases.ROWS,
                        ProbabilityCases.ROWS,
                        RegressionCases.ROWS,
                        RankingCases.ROWS,
                        DetectionCases.ROWS)
                .flatMap(List::stream);
    }

    /// Returns the name of its factory in `Metrics`.
    String factory() {
        return text.substring(0, text.indexOf('('));
    }

    @Override
    public String toString() {
        return text;
    }
}
