package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.calibrationError;
import static dev.gradus.train.Metrics.logLoss;
import static dev.gradus.train.Metrics.meanAveragePrecision;
import static dev.gradus.train.Metrics.meanReciprocalRank;
import static dev.gradus.train.Metrics.r2;
import static dev.gradus.train.Metrics.topAccuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What rows of the contract cannot say.
class ScoreTest {
    @Test
    void threadsKeepAScoreEachAndGiveTheBitsOfOne() throws Exception {
        var data = MetricGoldens.data("small changes far from zero");
        try (var threads = Executors.newFixedThreadPool(3)) {
            var parts =
                    IntStream.range(0, data.size())
                            .mapToObj(i ->
                                    threads.submit(
                                            (Callable<Score>)
                                                    () -> data.part(i, i + 1).into(r2().start())))
                            .toList();
            var all = r2().start();
            for (var part : parts.reversed()) {
                all.merge(part.get());
            }
            assertThat(all.value()).isEqualTo(data.into(r2().start()).value());
        }
    }

    @Test
    void beingSureOfSomethingWrongCostsMuchButNotEverything() {
        var sure = Tensor.of(new float[][] {{0, 1}});
        assertThat(logLoss().start().add(sure, Tensor.of(0f)).value()).isBetween(103.0, 104.0);
        assertThat(logLoss().start().add(sure, Tensor.of(1f)).value()).isZero();
    }

    @Test
    void probabilitiesThatAreNoNumbersMakeTheFigureNone() {
        var lost = Tensor.of(new float[][] {{Float.NaN, Float.NaN}});
        assertThat(logLoss().start().add(lost, Tensor.of(0f)).value()).isNaN();
        assertThat(calibrationError().start().add(lost, Tensor.of(0f)).value()).isNaN();
    }

    @Test
    void ofSeveralAsLikelyTheFirstComesFirst() {
        var even = Tensor.of(new float[][] {{0.25f, 0.25f, 0.25f, 0.25f}});
        assertThat(topAccuracy(2).start().add(even, Tensor.of(1f)).value()).isEqualTo(1);
        assertThat(topAccuracy(2).start().add(even, Tensor.of(2f)).value()).isZero();
        assertThat(
                        meanReciprocalRank()
                                .start()
                                .add(even, Tensor.of(new float[][] {{0, 0, 1, 1}}))
                                .value())
                .isEqualTo(1.0 / 3);
    }

    @Test
    void certaintyIsABinOfItsOwn() {
        var sure = Tensor.of(new float[][] {{1, 0}, {1, 0}});
        var score = calibrationError().start().add(sure, Tensor.of(0f, 1f));
        assertThat(score.value()).isEqualTo(0.5);
    }

    @Test
    void theEdgeOfABinBelongsToTheBinAbove() {
        // 0.6 and 0.7 times 15 and times 10 are not what they are on paper
        for (var bins : new int[] {10, 15, 20, 49}) {
            for (var bin = 0; bin < bins; bin++) {
                var edge = (double) bin / bins;
                var below = Math.nextDown(edge);
                var scores = bin == 0 ? new double[] {edge} : new double[] {below, edge};
                var score = calibrationError().bins(bins).start();
                score.add(
                        Tensor.of(scores, scores.length),
                        bin == 0 ? Tensor.of(1f) : Tensor.of(0f, 1f));
                var apart = bin == 0 ? 1 : (below + (1 - edge)) / 2;
                assertThat(score.value()).isCloseTo(apart, within(1e-12));
            }
        }
    }

    @Test
    void boxesOfTheSameScoreAreJudgedTogether() {
        var things = Tensor.of(new float[][] {{0, 0, 10, 10, 0}});
        var hit = Tensor.of(new float[][] {{0, 0, 10, 10, 0.5f, 0}});
        var miss = Tensor.of(new float[][] {{50, 50, 60, 60, 0.5f, 0}});
        var metric = meanAveragePrecision().at(0.5);
        var none = Tensor.zeros(0, 5).cast(DType.FLOAT32);

        var first = metric.start().add(hit, things).add(miss, none).value();
        var second = metric.start().add(miss, none).add(hit, things).value();

        assertThat(first).isEqualTo(second).isEqualTo(0.5);
    }

    @Test
    void aPictureWithoutBoxesMissesWhatIsThere() {
        var things = Tensor.of(new float[][] {{0, 0, 10, 10, 0}});
        var score = meanAveragePrecision().start().add(Tensor.zeros(0, 6), things);
        assertThat(score.value()).isZero();
    }

    @Test
    void aFormulaOfOnesOwnIsFedInBatchesToo() {
        var sureness =
                Metric.of(
                        "sureness",
                        predictions ->
                                IntStream.range(0, predictions.size())
                                        .mapToDouble(i -> predictions.prediction(i).probability())
                                        .average()
                                        .orElseThrow());
        var score = sureness.start();
        score.add(Tensor.of(new float[][] {{0.25f, 0.75f}}), Tensor.of(0f));
        score.add(Tensor.of(new float[][] {{0.5f, 0.5f}}), Tensor.of(1f));
        assertThat(score.value()).isEqualTo(0.625);
        assertThat(sureness.start().merge(score).value()).isEqualTo(0.625);
        assertThat(sureness.start().value()).isNaN();
    }
}
