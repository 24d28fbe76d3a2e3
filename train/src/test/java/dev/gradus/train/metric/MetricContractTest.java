package dev.gradus.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every metric must hold to.
class MetricContractTest {
    private static final String ROWS = "dev.gradus.train.metric.MetricCase#all";
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheFiguresOfScikitLearn(MetricCase c) {
        assertThat(MetricGoldens.dataOf(c.text())).isNotEmpty();
        for (var data : MetricGoldens.dataOf(c.text())) {
            var golden = c.text() + " of " + data;
            var score = data.into(c.metric().start());
            assertClose(score.value(), MetricGoldens.tensor(golden).item(), golden);
            MetricGoldens.find(golden + " / each")
                    .ifPresent(each -> {
                        assertThat(score.values()).as(golden).hasSize(each.count());
                        for (var i = 0; i < each.count(); i++) {
                            assertClose(score.values()[i], each.toDoubles()[i], golden + " " + i);
                        }
                    });
            MetricGoldens.find(golden + " / weighted")
                    .ifPresent(weighted ->
                            assertClose(
                                    data.weightedInto(c.metric().start()).value(),
                                    weighted.item(),
                                    golden + " / weighted"));
        }
    }

    private static void assertClose(double actual, double wanted, String golden) {
        if (Double.isNaN(wanted)) {
            assertThat(actual).as(golden).isNaN();
        } else {
            assertThat(actual)
                    .as(golden)
                    .isCloseTo(wanted, within(TOLERANCE * (1 + Math.abs(wanted))));
        }
    }

    /// To the last bit, and no number where the other is none.
    private static void assertSame(Score actual, Score wanted, String where) {
        assertThat(Double.valueOf(actual.value()))
                .as(where)
                .isEqualTo(Double.valueOf(wanted.value()));
        assertThat(actual.values()).as(where).isEqualTo(wanted.values());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void givesTheSameBitsInBatchesOfAnySize(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var whole = data.into(c.metric().start());
            for (var size : new int[] {1, 3, 7}) {
                var score = c.metric().start();
                for (var from = 0; from < data.size(); from += size) {
                    data.part(from, Math.min(data.size(), from + size)).into(score);
                }
                assertSame(score, whole, "%s in batches of %d".formatted(data, size));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void givesTheSameBitsFromPartsMergedInAnyOrder(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var whole = data.into(c.metric().start());
            for (var order : ORDERS) {
                var parts = parts(c.metric(), data);
                var merged = c.metric().start();
                order.forEach(part -> merged.merge(parts.get(part)));
                assertSame(merged, whole, "%s merged %s".formatted(data, order));
            }
        }
    }

    private static final List<List<Integer>> ORDERS =
            List.of(
                    List.of(0, 1, 2, 3),
                    List.of(3, 2, 1, 0),
                    List.of(1, 3, 0, 2),
                    List.of(2, 0, 3, 1));

    /// Three parts, and one that has seen nothing.
    private static List<Score> parts(Metric metric, MetricGoldens.Data data) {
        var third = data.size() / 3;
        var parts = new ArrayList<Score>();
        parts.add(data.part(0, third).into(metric.start()));
        parts.add(data.part(third, 2 * third + 1).into(metric.start()));
        parts.add(metric.start());
        parts.add(data.part(2 * third + 1, data.size()).into(metric.start()));
        return parts;
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void groupsOfPartsMayBeMergedBeforeOthers(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var parts = parts(c.metric(), data);
            var left = c.metric().start().merge(parts.get(0)).merge(parts.get(1));
            var right = parts.get(2).merge(parts.get(3));
            assertSame(right.merge(left), data.into(c.metric().start()), data.name());
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void weighedPartsMergeUpToRounding(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            if (c.weights() && data.weights().isPresent()) {
                var half = data.size() / 2;
                var first = data.part(0, half).weightedInto(c.metric().start());
                var second = data.part(half, data.size()).weightedInto(c.metric().start());
                assertClose(
                        second.merge(first).value(),
                        data.weightedInto(c.metric().start()).value(),
                        data.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void goesOnFromTheStateThatAnotherMachineSent(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var half = data.size() / 2;
            var sent = data.part(0, half).into(c.metric().start()).state();
            var score = c.metric().start().merge(sent);
            data.part(half, data.size()).into(score);
            assertSame(score, data.into(c.metric().start()), data.name());
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void aWeightOfTwoIsTheExampleTwiceAndOneOfZeroNoExample(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var size = data.size();
            var weights = new double[size];
            var repeated = c.metric().start();
            for (var i = 0; i < size; i++) {
                weights[i] = (i * 7 + 1) % 4;
                for (var k = 0; k < weights[i]; k++) {
                    data.part(i, i + 1).into(repeated);
                }
            }
            var each = data.targets().count() / size;
            if (c.weights() && data.outputs().rank() < 3) {
                var score =
                        c.metric()
                                .start()
                                .add(data.outputs(), data.targets(), Tensor.of(weights, size));
                assertClose(score.value(), repeated.value(), data.name());
            } else if (!c.weights()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() ->
                                c.metric()
                                        .start()
                                        .add(
                                                data.outputs(),
                                                data.targets(),
                                                Tensor.of(weights, size)))
                        .withMessageContaining(c.name() + " knows no weights");
            } else {
                assertThat(each).isGreaterThan(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void isNoNumberUntilSomethingWasSeen(MetricCase c) {
        assertThat(c.metric().start().value()).isNaN();
        for (var data : MetricGoldens.dataOf(c.text())) {
            var score = data.part(0, 0).into(c.metric().start());
            assertThat(score.merge(c.metric().start()).value()).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void takesNumbersOfAnyType(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var whole = !data.outputs().type().isFloating();
            var score = c.metric().start();
            score.add(
                    data.outputs().cast(whole ? DType.INT32 : DType.FLOAT32),
                    data.targets().cast(DType.FLOAT32));
            assertSame(score, data.into(c.metric().start()), data.name());
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void refusesShapesThatDoNotFitAndStaysAsItWas(MetricCase c) {
        for (var data : MetricGoldens.dataOf(c.text())) {
            var score = data.into(c.metric().start());
            var before = score.state();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> score.add(data.outputs(), data.targets().slice(1, 2)))
                    .withMessageContaining(data.outputs().shape().toString())
                    .withMessageContaining(data.targets().slice(1, 2).shape().toString());
            if (c.weights()) {
                var tooMany = Tensor.ones(data.targets().count() + 1);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> score.add(data.outputs(), data.targets(), tooMany))
                        .withMessageContaining("weights of " + tooMany.shape());
            }
            assertThat(score.state()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void refusesScoresOfOtherMetrics(MetricCase c) {
        var other = Metric.of("something else", _ -> 1).start();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> c.metric().start().merge(other))
                .withMessageContaining(c.name())
                .withMessageContaining("something else");
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void bearsItsName(MetricCase c) {
        assertThat(c.metric().name()).isEqualTo(c.name());
        assertThat(c.metric()).hasToString(c.name());
        assertThat(c.metric().start().metric()).isEqualTo(c.name());
        assertThat(c.metric().smallerIsBetter())
                .isEqualTo(c.name().matches(".*(error|loss|perplexity|Brier).*"));
    }
}
