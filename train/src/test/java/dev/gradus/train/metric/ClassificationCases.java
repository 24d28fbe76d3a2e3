package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.accuracy;
import static dev.gradus.train.Metrics.balancedAccuracy;
import static dev.gradus.train.Metrics.cohenKappa;
import static dev.gradus.train.Metrics.diceCoefficient;
import static dev.gradus.train.Metrics.exactMatch;
import static dev.gradus.train.Metrics.f1;
import static dev.gradus.train.Metrics.fBeta;
import static dev.gradus.train.Metrics.hammingLoss;
import static dev.gradus.train.Metrics.jaccardIndex;
import static dev.gradus.train.Metrics.macroF1;
import static dev.gradus.train.Metrics.macroPrecision;
import static dev.gradus.train.Metrics.macroRecall;
import static dev.gradus.train.Metrics.matthewsCorrelation;
import static dev.gradus.train.Metrics.meanIoU;
import static dev.gradus.train.Metrics.perplexity;
import static dev.gradus.train.Metrics.precision;
import static dev.gradus.train.Metrics.recall;
import static dev.gradus.train.Metrics.specificity;
import static dev.gradus.train.Metrics.tokenAccuracy;
import static dev.gradus.train.Metrics.topAccuracy;
import static dev.gradus.train.metric.Agreement.Distance.LINEAR;
import static dev.gradus.train.metric.Agreement.Distance.QUADRATIC;
import static dev.gradus.train.metric.MetricCase.row;

import java.util.List;

/// Figures of examples that have one class, or any number of labels; of pixels and words.
interface ClassificationCases {
    List<MetricCase> ROWS =
            List.of(
                    row("precision()", precision(), "precision"),
                    row("precision().macro()", precision().macro(), "macro precision"),
                    row("precision().micro()", precision().micro(), "micro precision"),
                    row("precision().weighted()", precision().weighted(), "weighted precision"),
                    row("precision().of(0)", precision().of(0), "precision of class 0"),
                    row("precision().of(2)", precision().of(2), "precision of class 2"),
                    row(
                            "precision().multilabel().macro()",
                            precision().multilabel().macro(),
                            "macro precision of labels"),
                    row(
                            "precision().multilabel().micro()",
                            precision().multilabel().micro(),
                            "micro precision of labels"),
                    row(
                            "precision().multilabel().weighted()",
                            precision().multilabel().weighted(),
                            "weighted precision of labels"),
                    row("recall()", recall(), "recall"),
                    row("recall().macro()", recall().macro(), "macro recall"),
                    row("recall().micro()", recall().micro(), "micro recall"),
                    row("recall().weighted()", recall().weighted(), "weighted recall"),
                    row("recall().of(0)", recall().of(0), "recall of class 0"),
                    row("recall().of(2)", recall().of(2), "recall of class 2"),
                    row(
                            "recall().multilabel().macro()",
                            recall().multilabel().macro(),
                            "macro recall of labels"),
                    row(
                            "recall().multilabel().micro()",
                            recall().multilabel().micro(),
                            "micro recall of labels"),
                    row(
                            "recall().multilabel().weighted()",
                            recall().multilabel().weighted(),
                            "weighted recall of labels"),
                    row("f1()", f1(), "F1"),
                    row("f1().macro()", f1().macro(), "macro F1"),
                    row("f1().micro()", f1().micro(), "micro F1"),
                    row("f1().weighted()", f1().weighted(), "weighted F1"),
                    row("f1().of(0)", f1().of(0), "F1 of class 0"),
                    row("f1().of(2)", f1().of(2), "F1 of class 2"),
                    row(
                            "f1().multilabel().macro()",
                            f1().multilabel().macro(),
                            "macro F1 of labels"),
                    row(
                            "f1().multilabel().micro()",
                            f1().multilabel().micro(),
                            "micro F1 of labels"),
                    row(
                            "f1().multilabel().weighted()",
                            f1().multilabel().weighted(),
                            "weighted F1 of labels"),
                    row("fBeta(2.0)", fBeta(2.0), "F2"),
                    row("fBeta(2.0).macro()", fBeta(2.0).macro(), "macro F2"),
                    row("fBeta(2.0).micro()", fBeta(2.0).micro(), "micro F2"),
                    row("fBeta(2.0).weighted()", fBeta(2.0).weighted(), "weighted F2"),
                    row("fBeta(2.0).of(0)", fBeta(2.0).of(0), "F2 of class 0"),
                    row("fBeta(2.0).of(2)", fBeta(2.0).of(2), "F2 of class 2"),
                    row("fBeta(0.5)", fBeta(0.5), "F0.5"),
                    row("fBeta(0.5).macro()", fBeta(0.5).macro(), "macro F0.5"),
                    row("fBeta(0.5).micro()", fBeta(0.5).micro(), "micro F0.5"),
                    row("fBeta(0.5).weighted()", fBeta(0.5).weighted(), "weighted F0.5"),
                    row("fBeta(0.5).of(0)", fBeta(0.5).of(0), "F0.5 of class 0"),
                    row("fBeta(0.5).of(2)", fBeta(0.5).of(2), "F0.5 of class 2"),
                    row("jaccardIndex()", jaccardIndex(), "Jaccard index"),
                    row("jaccardIndex().macro()", jaccardIndex().macro(), "macro Jaccard index"),
                    row("jaccardIndex().micro()", jaccardIndex().micro(), "micro Jaccard index"),
                    row(
                            "jaccardIndex().weighted()",
                            jaccardIndex().weighted(),
                            "weighted Jaccard index"),
                    row("jaccardIndex().of(0)", jaccardIndex().of(0), "Jaccard index of class 0"),
                    row("jaccardIndex().of(2)", jaccardIndex().of(2), "Jaccard index of class 2"),
                    row(
                            "jaccardIndex().multilabel().macro()",
                            jaccardIndex().multilabel().macro(),
                            "macro Jaccard index of labels"),
                    row(
                            "jaccardIndex().multilabel().micro()",
                            jaccardIndex().multilabel().micro(),
                            "micro Jaccard index of labels"),
                    row(
                            "jaccardIndex().multilabel().weighted()",
                            jaccardIndex().multilabel().weighted(),
                            "weighted Jaccard index of labels"),
                    row("specificity()", specificity(), "specificity"),
                    row("specificity().macro()", specificity().macro(), "macro specificity"),
                    row("specificity().micro()", specificity().micro(), "micro specificity"),
                    row(
                            "specificity().weighted()",
                            specificity().weighted(),
                            "weighted specificity"),
                    row("recall().threshold(0.25)", recall().threshold(0.25), "recall from 0.25"),
                    row("recall().threshold(0.75)", recall().threshold(0.75), "recall from 0.75"),
                    row(
                            "precision().threshold(0.25)",
                            precision().threshold(0.25),
                            "precision from 0.25"),
                    row(
                            "precision().threshold(0.75)",
                            precision().threshold(0.75),
                            "precision from 0.75"),
                    row("macroF1()", macroF1(), "macro F1"),
                    row("macroPrecision()", macroPrecision(), "macro precision"),
                    row("macroRecall()", macroRecall(), "macro recall"),
                    row("meanIoU()", meanIoU(), "macro IoU"),
                    row("meanIoU().ignoring(255)", meanIoU().ignoring(255), "macro IoU"),
                    row("diceCoefficient()", diceCoefficient(), "macro Dice coefficient"),
                    row(
                            "diceCoefficient().ignoring(255)",
                            diceCoefficient().ignoring(255),
                            "macro Dice coefficient"),
                    row("accuracy()", accuracy(), "accuracy"),
                    row("accuracy().ignoring(255)", accuracy().ignoring(255), "accuracy"),
                    row("topAccuracy(1)", topAccuracy(1), "top-1 accuracy"),
                    row("topAccuracy(2)", topAccuracy(2), "top-2 accuracy"),
                    row("topAccuracy(4)", topAccuracy(4), "top-4 accuracy"),
                    row("balancedAccuracy()", balancedAccuracy(), "balanced accuracy"),
                    row("matthewsCorrelation()", matthewsCorrelation(), "Matthews correlation"),
                    row(
                            "matthewsCorrelation().ignoring(255)",
                            matthewsCorrelation().ignoring(255),
                            "Matthews correlation"),
                    row("cohenKappa()", cohenKappa(), "Cohen's kappa"),
                    row("cohenKappa(LINEAR)", cohenKappa(LINEAR), "linear Cohen's kappa"),
                    row("cohenKappa(QUADRATIC)", cohenKappa(QUADRATIC), "quadratic Cohen's kappa"),
                    row("hammingLoss()", hammingLoss(), "Hamming loss"),
                    row("exactMatch()", exactMatch(), "exact match"),
                    row("tokenAccuracy()", tokenAccuracy(), "token accuracy"),
                    row(
                            "tokenAccuracy().ignoring(-100)",
                            tokenAccuracy().ignoring(-100),
                            "token accuracy"),
                    row("perplexity()", perplexity(), "perplexity"),
                    row("perplexity().ignoring(-100)", perplexity().ignoring(-100), "perplexity"));
}
