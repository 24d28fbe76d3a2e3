package dev.gradus.nn.optimizer;

import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.adamW;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {
    private final Sequential words =
            Sequential.of(
                            embedding(4, 3),
                            flatten(),
                            batchNorm(),
                            dropout(0.5),
                            dense(2).withoutBias())
                    .build(Shape.of(2), Seed.seed(1));

    private Tensor lossOf(long... wordsOfTwo) {
        var x = Tensor.of(wordsOfTwo, wordsOfTwo.length / 2, 2);
        var labels = Tensor.arange(x.size(0)).mod(2);
        return crossEntropy(words.apply(x), labels);
    }

    private static List<String> bits(Layer layer, Optimizer optimizer) {
        var all = new ArrayList<>(Parameters.of(layer).values());
        all.addAll(optimizer.memory());
        return all.stream().map(Parameter::toFloats).map(Arrays::toString).toList();
    }

    @ParameterizedTest
    @EnumSource
    void makesEachStepOfOneProgramThatTheNextStepFindsReady(OptimizerGoldensTest.RuleCase c) {
        var optimizer = c.spec.on(words);
        optimizer.step(lossOf(0, 1, 2, 3));
        var before = ProgramStatistics.now();
        for (var step = 1; step <= 5; step++) {
            optimizer.learningRate(0.05 / step);
            var loss = lossOf(3, 2, 1, step % 4);
            optimizer.step(loss);
            assertThat(loss.item()).isPositive();
        }
        var after = ProgramStatistics.now();
        assertThat(after.misses() - before.misses()).isZero();
        assertThat(after.hits() - before.hits()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNumbersFiniteWhereGradientsAreZero(OptimizerGoldensTest.RuleCase c) {
        var used = Parameter.of(Tensor.of(new float[][] {{1, 2}, {3, 4}, {0, 0}}));
        var unused = Parameter.of(Tensor.of(new float[][] {{1, 2}, {3, 4}}));
        var zeros = Parameter.of(Tensor.zeros(2));
        var optimizer = c.spec.on(List.of(used, unused, zeros));
        for (var step = 0; step < 12; step++) {
            optimizer.step(used.slice(0, 2).mul(zeros.add(1)).square().mean());
        }
        for (var parameter : List.of(used, unused, zeros)) {
            for (var number : parameter.toFloats()) {
                assertThat(number).isFinite();
            }
        }
        for (var remembered : optimizer.memory()) {
            for (var number : remembered.toFloats()) {
                assertThat(number).isFinite();
            }
        }
    }

    @Test
    void leavesEverythingAsItWasWhenTheThreadIsInterrupted() {
        var optimizer = adam(0.1).on(words);
        optimizer.step(lossOf(0, 1, 2, 3));
        var before = bits(words, optimizer);
        var loss = lossOf(0, 1, 2, 3);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> optimizer.step(loss))
                    .isInstanceOf(ComputationInterruptedException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(bits(words, optimizer)).isEqualTo(before);
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @Test
    void leavesEverythingAsItWasWhenTheStepFails() {
        var optimizer = adamW(0.1).on(words);
        optimizer.step(lossOf(0, 1, 2, 3));
        var before = bits(words, optimizer);
        assertThatThrownBy(() -> optimizer.step(lossOf(0, 1, 2, 4)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bits(words, optimizer)).isEqualTo(before);
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAFailedStepAsIfItHadNeverBeen() {
        var optimizer = adam(0.1).on(words);
        assertThatThrownBy(() -> optimizer.step(lossOf(9, 9, 9, 9)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        optimizer.step(lossOf(0, 1, 2, 3));
        var afterFailure = bits(words, optimizer);

        var twin = words.spec().build(words.input(), Seed.seed(1));
        var other = adam(0.1).on(twin);
        var x = Tensor.of(new long[] {0, 1, 2, 3}, 2, 2);
        other.step(crossEntropy(twin.apply(x), Tensor.arange(2)));
        assertThat(bits(twin, other)).isEqualTo(afterFailure);
    }

    @Test
    void changesWhatLayersAssignTogetherWithTheWeights() {
        var mean = Parameters.of(words).get("2.runningMean");
        var before = mean.toFloats();
        sgd(0.1).on(words).step(lossOf(0, 1, 2, 3));
        assertThat(mean.toFloats()).isNotEqualTo(before);
        assertThat(mean.version()).isEqualTo(1);
    }

    @Test
    void leavesOutputsWithTheValuesTheyHadInTheStep() {
        var layer = dense(1).build(Shape.of(2), Seed.seed(1));
        var x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
        var expected = layer.apply(x).toFloats();
        var output = layer.apply(x);
        sgd(0.1).on(layer).step(meanSquaredError(output, Tensor.zeros(2, 1)), output);
        assertThat(output.toFloats()).containsExactly(expected);
        assertThat(layer.apply(x).toFloats()).isNotEqualTo(expected);
    }

    @Test
    void drawsOtherRandomNumbersForAnotherSeed() {
        var losses = new ArrayList<Double>();
        for (var seed : new long[] {1, 1, 2}) {
            var net = Sequential.of(dropout(0.5), dense(2)).build(Shape.of(50), Seed.seed(1));
            var loss = crossEntropy(net.apply(Tensor.ones(1, 50)), Tensor.of(new long[] {0}, 1));
            sgd(0.1).on(net).seed(seed).step(loss);
            losses.add(loss.item());
        }
        assertThat(losses.get(0)).isEqualTo(losses.get(1)).isNotEqualTo(losses.get(2));
    }

    @Test
    void leavesGradientsAsTheyAreWithinTheLimit() {
        for (var rule : List.of(sgd(1), sgd(1).clipNorm(6), sgd(1).clipValue(4))) {
            var parameter = Parameter.of(Tensor.of(10, 20));
            rule.on(List.of(parameter)).step(parameter.mul(Tensor.of(3, -4)).sum());
            assertThat(parameter.toFloats()).containsExactly(7, 24);
        }
    }

    @Test
    void refusesANetworkWithoutParameters() {
        assertThatThrownBy(() -> sgd(0.1).on(flatten()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no trainable parameter");
    }

    @Test
    void refusesALossOfSeveralNumbers() {
        var layer = dense(2).build(Shape.of(2), Seed.seed(1));
        assertThatThrownBy(() -> sgd(0.1).on(layer).step(layer.apply(Tensor.ones(1, 2))))
                .hasMessageContaining("use sum() or mean() first");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> sgd(-1))
                .hasMessageContaining("sgd's learning rate was given -1.0");
        assertThatThrownBy(() -> sgd(0.1).momentum(1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> sgd(0.1).nesterov()).hasMessageContaining("momentum(0.9)");
        assertThatThrownBy(() -> adam(0.1).betas(0.9, 1)).hasMessageContaining("beta2");
        assertThatThrownBy(() -> adamW(0.1).clipNorm(0)).hasMessageContaining("clipNorm");
        assertThatThrownBy(() -> adamW(Double.NaN)).hasMessageContaining("NaN");
    }
}
