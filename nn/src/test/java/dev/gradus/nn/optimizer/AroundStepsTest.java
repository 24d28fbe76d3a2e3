package dev.gradus.nn.optimizer;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.ema;
import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.nn.Optimizers.swa;
import static dev.gradus.nn.Schedules.stepDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Collecting gradients over batches, and averaging weights over steps.
class AroundStepsTest {
    private static final Tensor X = Tensor.random(8, 3).seed(1).realize();
    private static final Tensor Y = Tensor.random(8, 2).seed(2).realize();

    private static Sequential net() {
        return Sequential.of(dense(5, TANH), dense(2)).build(Shape.of(3), Seed.seed(1));
    }

    private static double[] numbers(Sequential net) {
        return Parameters.of(net).values().stream()
                .map(Parameter::toDoubles)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    @Test
    void makesOfFourBatchesTheStepOfOneFourTimesAsLarge() {
        for (var rule : List.of(sgd(0.1).clipNorm(0.1), adam(0.01))) {
            var whole = net();
            var large = rule.on(whole);
            var inParts = net();
            var small = rule.on(inParts).accumulate(4);
            for (var step = 0; step < 3; step++) {
                large.step(meanSquaredError(whole.apply(X), Y));
                for (var part = 0; part < 4; part++) {
                    var x = X.slice(part * 2, part * 2 + 2);
                    var y = Y.slice(part * 2, part * 2 + 2);
                    small.step(meanSquaredError(inParts.apply(x), y));
                }
            }
            assertThat(small.steps()).isEqualTo(3);
            assertThat(numbers(inParts)).containsExactly(numbers(whole), within(1e-6));
        }
    }

    @Test
    void changesNothingBeforeTheLastBatch() {
        var net = net();
        var before = numbers(net);
        var optimizer = adam(0.01).on(net).accumulate(3).schedule(stepDecay(1, 0.5));
        for (var batch = 0; batch < 2; batch++) {
            optimizer.step(meanSquaredError(net.apply(X), Y));
        }
        assertThat(numbers(net)).containsExactly(before);
        assertThat(optimizer.steps()).isZero();
        assertThat(optimizer.learningRate()).isEqualTo(0.01);
        assertThatThrownBy(() -> optimizer.accumulate(2))
                .hasMessageContaining("after 2 of 3 batches");
        optimizer.step(meanSquaredError(net.apply(X), Y));
        assertThat(numbers(net)).isNotEqualTo(before);
        assertThat(optimizer.learningRate()).isEqualTo(0.005);
    }

    @Test
    void givesTheNetworkItsWeightsBackAfterALookAtTheAverages() {
        var net = net();
        var optimizer = sgd(0.5).on(net).average(ema(0.9));
        for (var step = 0; step < 5; step++) {
            optimizer.step(meanSquaredError(net.apply(X), Y));
        }
        var weights = numbers(net);
        var averages = optimizer.averages();
        var inside = averages.during(() -> numbers(net));
        assertThat(inside)
                .containsExactly(
                        averages.values().stream()
                                .map(Parameter::toDoubles)
                                .flatMapToDouble(java.util.Arrays::stream)
                                .toArray())
                .isNotEqualTo(weights);
        assertThat(numbers(net)).containsExactly(weights);
        assertThatThrownBy(() ->
                        averages.during(() -> {
                            throw new IllegalStateException("on the way");
                        }))
                .hasMessage("on the way");
        assertThat(numbers(net)).containsExactly(weights);
    }

    @Test
    void findsThePlaceOfTheSharpestLossInOneProgram() {
        var net =
                Sequential.of(dense(5), batchNorm(), dropout(0.3), dense(2))
                        .build(Shape.of(3), Seed.seed(1));
        var optimizer = adam(0.01).on(net).sharpnessAware(0.05);
        optimizer.step(meanSquaredError(net.apply(X), Y));
        var mean = Parameters.of(net).get("1.runningMean");
        assertThat(mean.version()).isEqualTo(1);
        var before = ProgramStatistics.now();
        for (var step = 0; step < 3; step++) {
            optimizer.step(meanSquaredError(net.apply(X), Y));
        }
        var after = ProgramStatistics.now();
        assertThat(after.misses() - before.misses()).isZero();
        assertThat(after.hits() - before.hits()).isEqualTo(3);
        assertThat(mean.version()).isEqualTo(4);
    }

    @Test
    void refusesAStepWhileTheAveragesAreInPlace() {
        var net = net();
        var optimizer = sgd(0.5).on(net).average(swa());
        optimizer.averages().swap();
        assertThatThrownBy(() -> optimizer.step(meanSquaredError(net.apply(X), Y)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("averages().swap()");
        assertThatThrownBy(() -> sgd(0.5).on(net).averages())
                .hasMessageContaining("average(ema(0.999))");
    }
}
