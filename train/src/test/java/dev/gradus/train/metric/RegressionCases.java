package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.concordanceCorrelation;
import static dev.gradus.train.Metrics.explainedVariance;
import static dev.gradus.train.Metrics.mae;
import static dev.gradus.train.Metrics.mape;
import static dev.gradus.train.Metrics.maxError;
import static dev.gradus.train.Metrics.meanCosineSimilarity;
import static dev.gradus.train.Metrics.medianAbsoluteError;
import static dev.gradus.train.Metrics.mse;
import static dev.gradus.train.Metrics.msle;
import static dev.gradus.train.Metrics.pearsonCorrelation;
import static dev.gradus.train.Metrics.r2;
import static dev.gradus.train.Metrics.rmse;
import static dev.gradus.train.Metrics.smape;
import static dev.gradus.train.Metrics.spearmanCorrelation;
import static dev.gradus.train.Metrics.wmape;
import static dev.gradus.train.metric.MetricCase.row;
import static dev.gradus.train.metric.MetricCase.unweighted;

import java.util.List;

/// Figures of numbers beside what they should be.
interface RegressionCases {
    List<MetricCase> ROWS =
            List.of(
                    row("mae()", mae(), "mean absolute error"),
                    row("mse()", mse(), "mean squared error"),
                    row("rmse()", rmse(), "root mean squared error"),
                    row("mape()", mape(), "mean absolute percentage error"),
                    row("smape()", smape(), "symmetric mean absolute percentage error"),
                    row("wmape()", wmape(), "weighted mean absolute percentage error"),
                    row(
                            "concordanceCorrelation()",
                            concordanceCorrelation(),
                            "concordance correlation"),
                    row("meanCosineSimilarity()", meanCosineSimilarity(), "cosine similarity"),
                    row("msle()", msle(), "mean squared logarithmic error"),
                    row("medianAbsoluteError()", medianAbsoluteError(), "median absolute error"),
                    unweighted("maxError()", maxError(), "max error"),
                    row("r2()", r2(), "R2"),
                    row("explainedVariance()", explainedVariance(), "explained variance"),
                    row("pearsonCorrelation()", pearsonCorrelation(), "Pearson correlation"),
                    unweighted(
                            "spearmanCorrelation()",
                            spearmanCorrelation(),
                            "Spearman correlation"));
}
