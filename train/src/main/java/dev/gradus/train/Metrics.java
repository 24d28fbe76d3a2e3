package dev.gradus.train;

import dev.gradus.train.metric.Agreement;
import dev.gradus.train.metric.CalibrationError;
import dev.gradus.train.metric.ClassMetric;
import dev.gradus.train.metric.ClassificationMetrics;
import dev.gradus.train.metric.ConfusionMetric;
import dev.gradus.train.metric.DetectionMetric;
import dev.gradus.train.metric.MeanMetric;
import dev.gradus.train.metric.RankMetric;
import dev.gradus.train.metric.RankingMetrics;
import dev.gradus.train.metric.RegressionMetrics;
import dev.gradus.train.metric.Tally;
import java.util.Locale;
import java.util.OptionalInt;

/// The metrics by the names under which they are written down; meant for `import static`.
public final class Metrics {
    private Metrics() {}

    // ---- classes ----

    /// Returns the share of examples that are given the class they have.
    public static MeanMetric accuracy() {
        return ClassificationMetrics.accuracy("accuracy");
    }

    /// Returns the share of examples whose class is among the `count` likeliest.
    public static MeanMetric topAccuracy(int count) {
        return ClassificationMetrics.topAccuracy(count);
    }

    /// Returns the mean recall of the classes that are there: accuracy in which rare classes count as much
    /// as common ones.
    public static ConfusionMetric balancedAccuracy() {
        return ConfusionMetric.of("balanced accuracy", ConfusionMatrix::balancedAccuracy);
    }

    /// Returns, of the examples called class 1, the share that are; of other classes or their mean with
    /// `of(class)`, `macro()`, `micro()` or `weighted()`.
    public static ClassMetric precision() {
        return ClassMetric.of("precision", Tally::precision);
    }

    /// Returns, of the examples that are class 1, the share called so; of other classes or their mean with
    /// `of(class)`, `macro()`, `micro()` or `weighted()`.
    public static ClassMetric recall() {
        return ClassMetric.of("recall", Tally::recall);
    }

    /// Returns precision and recall of class 1 in one number, their harmonic mean; of other classes or their
    /// mean with `of(class)`, `macro()`, `micro()` or `weighted()`.
    public static ClassMetric f1() {
        return ClassMetric.of("F1", tally -> tally.f(1));
    }

    /// Returns precision and recall of class 1 in one number, in which recall counts `beta` times as much.
    public static ClassMetric fBeta(double beta) {
        return ClassMetric.fBeta(beta);
    }

    /// Returns, of the examples that are not class 1, the share not called so.
    public static ClassMetric specificity() {
        return ClassMetric.of("specificity", Tally::specificity);
    }

    /// Returns what was rightly called class 1 as a share of all that is or was called so: intersection over
    /// union.
    public static ClassMetric jaccardIndex() {
        return ClassMetric.of("Jaccard index", Tally::jaccard);
    }

    /// Returns the mean F1 of all classes, in which rare classes count as much as common ones.
    public static ClassMetric macroF1() {
        return f1().macro();
    }

    /// Returns the mean precision of all classes.
    public static ClassMetric macroPrecision() {
        return precision().macro();
    }

    /// Returns the mean recall of all classes.
    public static ClassMetric macroRecall() {
        return recall().macro();
    }

    /// Returns how truth and answers go together, from -1 to 1, where 0 is chance.
    public static ConfusionMetric matthewsCorrelation() {
        return ConfusionMetric.of("Matthews correlation", ConfusionMatrix::matthewsCorrelation);
    }

    /// Returns how far truth and answers agree beyond chance: 1 is perfect, 0 is chance.
    public static ConfusionMetric cohenKappa() {
        return ConfusionMetric.of(
                "Cohen's kappa", matrix -> matrix.cohenKappa(Agreement.Distance.NONE));
    }

    /// Returns how far truth and answers agree beyond chance where classes are in order, so that mistakes
    /// are as bad as they are far.
    public static ConfusionMetric cohenKappa(Agreement.Distance distance) {
        return ConfusionMetric.of(
                distance.name().toLowerCase(Locale.ROOT) + " Cohen's kappa",
                matrix -> matrix.cohenKappa(distance));
    }

    /// Returns the share of labels that are wrong, where an example has any number of labels.
    public static MeanMetric hammingLoss() {
        return ClassificationMetrics.hammingLoss();
    }

    /// Returns the share of examples of which every label is right, where an example has any number of
    /// labels.
    public static MeanMetric exactMatch() {
        return ClassificationMetrics.exactMatch();
    }

    // ---- probabilities ----

    /// Returns the mean of `-log p` of the class that is so; being sure of something wrong costs most.
    public static MeanMetric logLoss() {
        return ClassificationMetrics.logLoss();
    }

    /// Returns the mean squared distance of probabilities from what is so.
    public static MeanMetric brierScore() {
        return ClassificationMetrics.brier();
    }

    /// Returns how far probabilities are from how often things are so, in 15 bins.
    public static CalibrationError calibrationError() {
        return new CalibrationError(15, OptionalInt.empty());
    }

    // ---- numbers ----

    /// Returns the mean absolute error, the mean of `|y - p|`.
    public static Metric mae() {
        return RegressionMetrics.meanAbsoluteError();
    }

    /// Returns the mean squared error, the mean of `(y - p)²`.
    public static Metric mse() {
        return RegressionMetrics.meanSquaredError();
    }

    /// Returns the root mean squared error, an error of the size of the numbers themselves.
    public static Metric rmse() {
        return RegressionMetrics.rootMeanSquaredError();
    }

    /// Returns the mean absolute percentage error, the mean of `|y - p| / |y|`: 0.1 is 10 %.
    public static Metric mape() {
        return RegressionMetrics.meanAbsolutePercentageError();
    }

    /// Returns the symmetric mean absolute percentage error, the mean of `2 |y - p| / (|y| + |p|)`.
    public static Metric smape() {
        return RegressionMetrics.symmetricMeanAbsolutePercentageError();
    }

    /// Returns the weighted mean absolute percentage error, `Σ|y - p| / Σ|y|`, which small targets do not
    /// spoil.
    public static Metric wmape() {
        return RegressionMetrics.weightedMeanAbsolutePercentageError();
    }

    /// Returns the mean squared logarithmic error, the mean of `(log(1 + y) - log(1 + p))²`.
    public static Metric msle() {
        return RegressionMetrics.meanSquaredLogarithmicError();
    }

    /// Returns the median of `|y - p|`, which a few wild numbers do not move.
    public static Metric medianAbsoluteError() {
        return RegressionMetrics.medianAbsoluteError();
    }

    /// Returns the largest `|y - p|`.
    public static Metric maxError() {
        return RegressionMetrics.maxError();
    }

    /// Returns the share of the variance that is explained: 1 is perfect, 0 is answering the mean.
    public static Metric r2() {
        return RegressionMetrics.r2();
    }

    /// Returns the share of the variance that is explained where an error that is always the same costs
    /// nothing.
    public static Metric explainedVariance() {
        return RegressionMetrics.explainedVariance();
    }

    /// Returns the correlation of numbers and what they should be.
    public static Metric pearsonCorrelation() {
        return RegressionMetrics.pearson();
    }

    /// Returns the correlation of their ranks.
    public static Metric spearmanCorrelation() {
        return RegressionMetrics.spearman();
    }

    /// Returns the correlation that also falls with the distance of the means and of the deviations.
    public static Metric concordanceCorrelation() {
        return RegressionMetrics.concordance();
    }

    /// Returns the mean cosine of the angle between the numbers of an example and what they should be.
    public static MeanMetric meanCosineSimilarity() {
        return RegressionMetrics.cosineSimilarity();
    }

    // ---- order ----

    /// Returns the area under the receiver operating characteristic: how likely something that is so has a
    /// larger score than something that is not. Of several classes, the mean of each against the rest.
    public static RankMetric rocAuc() {
        return RankMetric.rocAuc();
    }

    /// Returns the mean precision over steps of recall, the area under the curve of precision and recall. Of
    /// several classes, the mean of each against the rest.
    public static RankMetric averagePrecision() {
        return RankMetric.averagePrecision();
    }

    /// Returns how near a ranking comes to the best one, where documents are more or less relevant and those
    /// further down count less.
    public static MeanMetric ndcg() {
        return RankingMetrics.ndcg(Integer.MAX_VALUE);
    }

    /// Returns how near the first `count` documents come to the best ones.
    public static MeanMetric ndcg(int count) {
        return RankingMetrics.ndcg(count);
    }

    /// Returns the mean of `1 / place` of the first relevant document.
    public static MeanMetric meanReciprocalRank() {
        return RankingMetrics.meanReciprocalRank();
    }

    /// Returns the share of queries with a relevant document among the first `count`.
    public static MeanMetric hitRate(int count) {
        return RankingMetrics.hitRate(count);
    }

    /// Returns the mean share of the relevant documents that are among the first `count`.
    public static MeanMetric recallAt(int count) {
        return RankingMetrics.recall(count);
    }

    /// Returns the mean share of the first `count` documents that are relevant.
    public static MeanMetric precisionAt(int count) {
        return RankingMetrics.precision(count);
    }

    /// Returns the mean over queries of the mean precision at the places of relevant documents.
    public static MeanMetric rankingPrecision() {
        return RankingMetrics.meanAveragePrecision();
    }

    // ---- words and pixels ----

    /// Returns among how many equally likely words a language model is as unsure: `exp` of the mean of
    /// `-log p` of the words that come.
    public static MeanMetric perplexity() {
        return ClassificationMetrics.perplexity();
    }

    /// Returns the share of words that are given right; `.ignoring(label)` leaves out what only fills up.
    public static MeanMetric tokenAccuracy() {
        return ClassificationMetrics.accuracy("token accuracy");
    }

    /// Returns the mean over classes of intersection over union of the pixels of a class and those called
    /// so.
    public static ClassMetric meanIoU() {
        return ClassMetric.of("IoU", Tally::jaccard).macro();
    }

    /// Returns twice the intersection over the sum of the pixels of a class and those called so, the mean
    /// over classes.
    public static ClassMetric diceCoefficient() {
        return ClassMetric.of("Dice coefficient", tally -> tally.f(1)).macro();
    }

    // ---- things in pictures ----

    /// Returns how well things in pictures are found and framed, as COCO defines it; `.at(0.5)` asks for one
    /// overlap.
    public static DetectionMetric meanAveragePrecision() {
        return DetectionMetric.coco();
    }
}
