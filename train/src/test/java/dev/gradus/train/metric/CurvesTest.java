package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.averagePrecision;
import static dev.gradus.train.Metrics.rocAuc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Offset<Double> EXACT = within(1e-14);
    private static final MetricGoldens.Data DATA = MetricGoldens.data("curves");

    private static RankScore score() {
        return rocAuc().start().add(DATA.outputs(), DATA.targets());
    }

    private static ThresholdSearch search() {
        return ThresholdSearch.of(DATA.outputs(), DATA.targets());
    }

    @Test
    void theRocCurveIsThatOfScikitLearn() {
        var golden = MetricGoldens.tensor("roc curve").toDoubles();
        var points = score().rocCurve().points();

        assertThat(points).hasSize(golden.length / 3);
        for (var i = 0; i < points.size(); i++) {
            assertThat(points.get(i).threshold()).isEqualTo(golden[3 * i]);
            assertThat(points.get(i).falsePositiveRate()).isCloseTo(golden[3 * i + 1], EXACT);
            assertThat(points.get(i).truePositiveRate()).isCloseTo(golden[3 * i + 2], EXACT);
        }
    }

    @Test
    void theCurveOfPrecisionAndRecallIsThatOfScikitLearn() {
        var golden = MetricGoldens.tensor("precision recall curve").toDoubles();
        var points = score().precisionRecallCurve().points();

        assertThat(points).hasSize(golden.length / 3);
        for (var i = 0; i < points.size(); i++) {
            assertThat(points.get(i).threshold()).isEqualTo(golden[3 * i]);
            assertThat(points.get(i).precision()).isCloseTo(golden[3 * i + 1], EXACT);
            assertThat(points.get(i).recall()).isCloseTo(golden[3 * i + 2], EXACT);
        }
    }

    @Test
    void theAreasAreTheFigures() {
        assertThat(score().rocCurve().area()).isEqualTo(score().value());
        assertThat(score().precisionRecallCurve().averagePrecision())
                .isEqualTo(averagePrecision().start().add(DATA.outputs(), DATA.targets()).value());
    }

    @Test
    void anyThresholdCanBeLookedUp() {
        var points = score().precisionRecallCurve().points();
        for (var i = 1; i < points.size(); i++) {
            var point = points.get(i);
            var next = i + 1 < points.size() ? points.get(i + 1).threshold() : 0;
            for (var threshold : new double[] {point.threshold(), (point.threshold() + next) / 2}) {
                if (threshold > next) {
                    assertThat(search().at(threshold).recall()).isEqualTo(point.recall());
                    assertThat(search().at(threshold).precision()).isEqualTo(point.precision());
                }
            }
        }
        assertThat(search().at(Double.POSITIVE_INFINITY).called()).isZero();
    }

    @Test
    void theBinsOfAReliabilityDiagramAreThoseOfTheCalibrationError() {
        var outputs = Tensor.of(0.05f, 0.15f, 0.15f, 0.95f, 1f);
        var targets = Tensor.of(new int[] {0, 0, 1, 1, 0}, 5);
        var metric = dev.gradus.train.Metrics.calibrationError().bins(10);
        var bins = metric.diagram(outputs, targets);

        assertThat(bins).extracting(ReliabilityBin::count).containsExactly(1.0, 2.0, 1.0, 1.0);
        assertThat(bins).extracting(ReliabilityBin::right).containsExactly(0.0, 0.5, 1.0, 0.0);
        assertThat(bins.getLast().low()).isEqualTo(1);
        var distances =
                bins.stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.right() - bin.confidence()))
                        .sum();
        assertThat(metric.start().add(outputs, targets).value())
                .isCloseTo(distances / 5, within(1e-12));
    }

    @Test
    void theLeastCostIsThatOfTryingEveryThreshold() {
        assertThreshold(search().leastCost(1, 1), "least cost 1 1", 1);
        assertThreshold(search().leastCost(1, 20), "least cost 1 20", 1);
        assertThreshold(search().leastCost(7, 1), "least cost 7 1", 1);
        assertThreshold(search().leastCost(2, 3, -4, -0.5), "least cost with gains", 1);
    }

    @Test
    void theBestFiguresAreThoseOfTryingEveryThreshold() {
        assertThreshold(search().mostF(0.5), "most F 0.5", -1);
        assertThreshold(search().mostF(1), "most F 1", -1);
        assertThreshold(search().mostF(2), "most F 2", -1);
        assertThreshold(search().mostRecall(0.6).orElseThrow(), "most recall", -1);
        assertThreshold(search().mostPrecision(0.4).orElseThrow(), "most precision", -1);
    }

    private static void assertThreshold(BestThreshold found, String golden, int sign) {
        var wanted = MetricGoldens.tensor(golden).toDoubles();
        assertThat(found.threshold()).as(golden).isEqualTo(wanted[0]);
        assertThat(found.figure()).as(golden).isCloseTo(sign * wanted[1], EXACT);
        assertThat(found.tally()).isEqualTo(new Tally(wanted[5], wanted[3], wanted[4], wanted[2]));
    }

    @Test
    void ofThresholdsThatAreAsGoodTheLargestIsTaken() {
        var scores = Tensor.of(0.9f, 0.8f, 0.7f, 0.6f);
        var search = ThresholdSearch.of(scores, Tensor.of(new int[] {1, 0, 1, 0}, 4));

        // one mistake at 0.9 and one at 0.7
        assertThat(search.leastCost(1, 1).threshold()).isEqualTo(0.9f);
        assertThat(search.leastCost(1, 0).threshold()).isInfinite();
        assertThat(search.most(Tally::recall, tally -> tally.specificity() >= 0.5))
                .hasValueSatisfying(best -> assertThat(best.threshold()).isEqualTo(0.7f));
    }

    @Test
    void aPrecisionThatNoThresholdReachesIsNotFound() {
        var search = ThresholdSearch.of(Tensor.of(0.5f, 0.5f), Tensor.of(new int[] {1, 0}, 2));

        assertThat(search.mostRecall(0.6)).isEmpty();
        assertThat(search.mostRecall(0.5)).isPresent();
    }

    @Test
    void ofNothingNoThresholdIsFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rocAuc().start().thresholds())
                .withMessageContaining("no scores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThresholdSearch.of(Tensor.of(Float.NaN), Tensor.of(1)))
                .withMessageContaining("NaN");
    }

    @Test
    void severalClassesHaveNoSingleCurve() {
        var score =
                rocAuc().start()
                        .add(
                                Tensor.of(new float[][] {{0.5f, 0.25f, 0.25f}}),
                                Tensor.of(new int[] {0}, 1));

        assertThatIllegalStateException()
                .isThrownBy(score::rocCurve)
                .withMessageContaining("3 classes");
    }

    @Test
    void aScoreThatIsNoNumberMakesTheFigureNone() {
        var score =
                rocAuc().start().add(Tensor.of(0.5f, Float.NaN), Tensor.of(new int[] {0, 1}, 2));

        assertThat(score.value()).isNaN();
    }
}
