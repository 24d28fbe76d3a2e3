package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.averagePrecision;
import static dev.gradus.train.Metrics.brierScore;
import static dev.gradus.train.Metrics.calibrationError;
import static dev.gradus.train.Metrics.logLoss;
import static dev.gradus.train.Metrics.rocAuc;
import static dev.gradus.train.metric.MetricCase.row;

import java.util.List;

/// Figures of probabilities and of the order of scores.
interface ProbabilityCases {
    List<MetricCase> ROWS =
            List.of(
                    row("logLoss()", logLoss(), "log loss"),
                    row("brierScore()", brierScore(), "Brier score"),
                    row("calibrationError()", calibrationError(), "calibration error"),
                    row(
                            "calibrationError().bins(4)",
                            calibrationError().bins(4),
                            "calibration error in 4 bins"),
                    row("rocAuc()", rocAuc(), "ROC AUC"),
                    row("rocAuc().multilabel()", rocAuc().multilabel(), "ROC AUC of labels"),
                    row("rocAuc().weighted()", rocAuc().weighted(), "weighted ROC AUC"),
                    row(
                            "rocAuc().multilabel().weighted()",
                            rocAuc().multilabel().weighted(),
                            "weighted ROC AUC of labels"),
                    row("rocAuc().micro()", rocAuc().micro(), "micro ROC AUC"),
                    row(
                            "rocAuc().multilabel().micro()",
                            rocAuc().multilabel().micro(),
                            "micro ROC AUC of labels"),
                    row("averagePrecision()", averagePrecision(), "average precision"),
                    row(
                            "averagePrecision().multilabel()",
                            averagePrecision().multilabel(),
                            "average precision of labels"),
                    row(
                            "averagePrecision().weighted()",
                            averagePrecision().weighted(),
                            "weighted average precision"),
                    row(
                            "averagePrecision().multilabel().weighted()",
                            averagePrecision().multilabel().weighted(),
                            "weighted average precision of labels"),
                    row(
                            "averagePrecision().micro()",
                            averagePrecision().micro(),
                            "micro average precision"),
                    row(
                            "averagePrecision().multilabel().micro()",
                            averagePrecision().multilabel().micro(),
                            "micro average precision of labels"),
                    row(
                            "rocAuc().oneVersusOne()",
                            rocAuc().oneVersusOne(),
                            "ROC AUC one versus one"),
                    row(
                            "rocAuc().oneVersusOne().weighted()",
                            rocAuc().oneVersusOne().weighted(),
                            "weighted ROC AUC one versus one"));
}
