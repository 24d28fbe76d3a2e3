package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.accuracy;
import static dev.gradus.train.Metrics.calibrationError;
import static dev.gradus.train.Metrics.exactMatch;
import static dev.gradus.train.Metrics.f1;
import static dev.gradus.train.Metrics.fBeta;
import static dev.gradus.train.Metrics.logLoss;
import static dev.gradus.train.Metrics.macroF1;
import static dev.gradus.train.Metrics.mae;
import static dev.gradus.train.Metrics.meanAveragePrecision;
import static dev.gradus.train.Metrics.msle;
import static dev.gradus.train.Metrics.ndcg;
import static dev.gradus.train.Metrics.rocAuc;
import static dev.gradus.train.Metrics.topAccuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What metrics say to input they cannot judge.
class MetricMessagesTest {
    private static final Tensor LABELS = Tensor.of(new int[] {0, 1}, 2);

    private static void refused(ThrowingCallable call, String... parts) {
        var refusal = assertThatIllegalArgumentException().isThrownBy(call);
        for (var part : parts) {
            refusal.withMessageContaining(part);
        }
    }

    private static ThrowingCallable adding(Metric metric, Tensor outputs, Tensor targets) {
        return () -> metric.start().add(outputs, targets);
    }

    @Test
    void logitsAreNoProbabilities() {
        var several = Tensor.of(new float[][] {{3, -1}, {0, 2}});
        refused(adding(logLoss(), several, LABELS), "log loss", "3.0", "softmax(-1)");
        refused(adding(accuracy(), Tensor.of(3f, -1f), LABELS), "accuracy", "3.0", "sigmoid()");
        refused(adding(f1(), Tensor.of(-3f, 1f), LABELS), "F1", "-3.0", "sigmoid()");
        refused(adding(rocAuc(), several, LABELS), "ROC AUC", "softmax(-1)");
        var unfinished = Tensor.of(new float[][] {{0.5f, 0.25f}, {0.5f, 0.5f}});
        refused(adding(calibrationError(), unfinished, LABELS), "add up to 0.75");
    }

    @Test
    void logitsWillDoWhereTheLargestWins() {
        var logits = Tensor.of(new float[][] {{3, -1}, {0, 2}});
        assertThat(accuracy().start().add(logits, LABELS).value()).isEqualTo(1);
        assertThat(macroF1().start().add(logits, LABELS).value()).isEqualTo(1);
        assertThat(topAccuracy(1).start().add(logits, LABELS).value()).isEqualTo(1);
        assertThat(rocAuc().start().add(Tensor.of(-3f, 7f), LABELS).value()).isEqualTo(1);
    }

    @Test
    void labelsMustBeClasses() {
        var outputs = Tensor.of(new float[][] {{0.5f, 0.5f}, {0.25f, 0.75f}});
        refused(adding(accuracy(), outputs, Tensor.of(0.5f, 1f)), "label of 0.5");
        refused(adding(accuracy(), outputs, Tensor.of(0f, 2f)), "label of 2", "0 to 1");
        refused(adding(accuracy(), outputs, Tensor.of(-100f, 1f)), "-100", "ignoring(-100)");
        refused(adding(macroF1(), outputs, Tensor.eye(2)), "argmax(-1)");
    }

    @Test
    void oneClassOfTwoIsNotOneOfThree() {
        var outputs = Tensor.of(new float[][] {{0.5f, 0.25f, 0.25f}});
        refused(
                adding(f1(), outputs, Tensor.of(new int[] {0}, 1)),
                "F1 speaks of class 1 of two",
                "3 classes",
                "macro()");
    }

    @Test
    void labelsAreThereOrNot() {
        var outputs = Tensor.of(new float[][] {{0.5f, 0.25f}});
        refused(adding(exactMatch(), outputs, Tensor.of(new float[][] {{1, 2}})), "target of 2.0");
        refused(adding(exactMatch(), outputs, LABELS), "[1, 2]", "[2]");
        refused(adding(exactMatch(), outputs.mul(9), outputs.mul(0)), "4.5", "sigmoid()");
    }

    @Test
    void whereWholeNumbersComeOthersAreMissing() {
        refused(adding(logLoss(), LABELS, LABELS), "log loss", "before argmax");
        refused(adding(topAccuracy(2), LABELS, LABELS), "top-2 accuracy", "before argmax");
        refused(adding(accuracy(), LABELS.sub(1), LABELS), "class -1");
    }

    @Test
    void weightsAreNumbersFromZeroUp() {
        refused(
                () -> accuracy().start().add(LABELS, LABELS, Tensor.of(1f, -2f)),
                "weight of -2.0",
                "0 or more");
    }

    @Test
    void settingsAreChecked() {
        refused(() -> topAccuracy(0), "0 likeliest");
        refused(() -> fBeta(0), "beta of 0.0");
        refused(() -> calibrationError().bins(0), "0 bins");
        refused(() -> ndcg(0), "first 0 documents");
        refused(() -> meanAveragePrecision().at(1.5), "1.5");
        refused(() -> f1().of(-1), "class -1");
        refused(() -> rocAuc().oneVersusOne().micro(), "never micro");
    }

    @Test
    void otherNumbersThanBeforeAreRefused() {
        var score = mae().start().add(Tensor.ones(2, 3), Tensor.ones(2, 3));
        refused(() -> score.add(Tensor.ones(2, 4), Tensor.ones(2, 4)), "4 numbers", "of 3");
        var ranks = rocAuc().start().add(Tensor.of(0.5f), Tensor.of(1f));
        refused(() -> ranks.add(Tensor.full(0.25, 1, 4), Tensor.of(1f)), "rows of 6", "of 3");
        refused(() -> ranks.merge(new double[] {3, 1}), "2 numbers");
        refused(() -> mae().start().merge(new double[5]), "5 numbers");
        refused(() -> macroF1().start().merge(new double[4]), "4 numbers", "counts");
        refused(() -> macroF1().start().merge(new double[] {1, -1, 0, 0, 0}), "counts");
        refused(() -> ConfusionScore.start().merge(new double[5]), "5 numbers", "counts");
    }

    @Test
    void someNumbersHaveNoFigure() {
        refused(adding(msle(), Tensor.of(-1f), Tensor.of(2f)), "above -1", "-1.0 came beside 2.0");
        refused(
                adding(ndcg(), Tensor.ones(1, 2), Tensor.of(new float[][] {{1, -1}})),
                "relevance of -1.0",
                "ignoring(-1)");
        refused(
                adding(meanAveragePrecision(), Tensor.ones(2, 5), Tensor.ones(2, 5)),
                "[2, 5]",
                "[boxes, 6]");
    }

    @Test
    void aMatrixNeedsANameForEachClass() {
        var counts = ConfusionScore.start().add(Tensor.of(new int[] {0, 2}, 2), LABELS);
        refused(() -> counts.matrix(List.of("a", "b")), "2 names", "3 classes");
        assertThat(counts.matrix(List.of("a", "b", "c", "d")).count(1, 2)).isEqualTo(1);
        assertThat(counts.matrix().counts())
                .isDeepEqualTo(new int[][] {{1, 0, 0}, {0, 0, 1}, {0, 0, 0}});
    }
}
