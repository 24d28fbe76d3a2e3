package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.meanAveragePrecision;
import static dev.gradus.train.metric.MetricCase.unweighted;

import java.util.List;

/// Figures of boxes in pictures.
interface DetectionCases {
    List<MetricCase> ROWS =
            List.of(
                    unweighted(
                            "meanAveragePrecision()",
                            meanAveragePrecision(),
                            "mean average precision"),
                    unweighted(
                            "meanAveragePrecision().at(0.5)",
                            meanAveragePrecision().at(0.5),
                            "mean average precision at 0.5"),
                    unweighted(
                            "meanAveragePrecision().at(0.75)",
                            meanAveragePrecision().at(0.75),
                            "mean average precision at 0.75"));
}
