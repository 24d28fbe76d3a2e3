package dev.gradus.nn.optimizer;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Optimizers.adamW;
import static dev.gradus.nn.Optimizers.ema;
import static dev.gradus.nn.Optimizers.group;
import static dev.gradus.nn.Optimizers.lookAhead;
import static dev.gradus.nn.Optimizers.muon;
import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.nn.Schedules.cosine;
import static dev.gradus.nn.Schedules.stepDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static Parameter ones(int... sizes) {
        return Parameter.of(Tensor.ones(sizes));
    }

    private static double first(Tensor tensor) {
        return tensor.toDoubles()[0];
    }

    @Test
    void movesEachGroupByItsOwnRate() {
        var slow = ones(2);
        var fast = ones(3);
        var optimizer =
                Optimizer.of(group(sgd(0.1), List.of(slow)), group(sgd(0.5), List.of(fast)));
        optimizer.step(slow.sum().add(fast.sum()));
        assertThat(first(slow)).isCloseTo(0.9, within(1e-6));
        assertThat(first(fast)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void keepsTheProportionOfRatesWhenTheFirstIsSet() {
        var slow = ones(2);
        var fast = ones(3);
        var optimizer =
                Optimizer.of(group(sgd(0.1), List.of(slow)), group(sgd(0.5), List.of(fast)));
        optimizer.learningRate(0.02).step(slow.sum().add(fast.sum()));
        assertThat(optimizer.learningRate()).isEqualTo(0.02);
        assertThat(first(slow)).isCloseTo(0.98, within(1e-6));
        assertThat(first(fast)).isCloseTo(0.9, within(1e-6));
    }

    @Test
    void multipliesTheRateOfEachGroupByTheScheduleFactor() {
        var slow = ones(2);
        var fast = ones(3);
        var optimizer =
                Optimizer.of(group(sgd(0.1), List.of(slow)), group(sgd(0.5), List.of(fast)))
                        .schedule(stepDecay(1, 0.5));
        assertThat(optimizer.learningRate()).isEqualTo(0.1);
        for (var step = 0; step < 2; step++) {
            optimizer.step(slow.sum().add(fast.sum()));
        }
        assertThat(optimizer.learningRate()).isEqualTo(0.025);
        assertThat(first(slow)).isCloseTo(1 - 0.1 - 0.05, within(1e-6));
        assertThat(first(fast)).isCloseTo(1 - 0.5 - 0.25, within(1e-6));
    }

    @Test
    void keepsAFirstGroupStillWhoseRateIsZero() {
        var frozen = ones(2);
        var fast = ones(3);
        var optimizer =
                Optimizer.of(group(sgd(0), List.of(frozen)), group(sgd(0.5), List.of(fast)));
        optimizer.step(frozen.sum().add(fast.sum()));
        assertThat(first(frozen)).isEqualTo(1);
        assertThat(first(fast)).isCloseTo(0.5, within(1e-6));
        assertThatThrownBy(() -> optimizer.learningRate(0.1))
                .hasMessageContaining("put another group first");
    }

    @Test
    void makesAStepOfSeveralGroupsOfOneProgram() {
        var net = Sequential.of(dense(4), layerNorm(), dense(2)).build(Shape.of(3), Seed.seed(1));
        var all = List.copyOf(Parameters.of(net).values());
        var optimizer =
                Optimizer.of(
                                group(muon(0.02), all.subList(0, 2)),
                                group(lookAhead(adamW(0.01)), all.subList(2, all.size())))
                        .clipNorm(1)
                        .constrain(weight -> weight.clamp(-1, 1))
                        .average(ema(0.9))
                        .schedule(cosine(100));
        var x = Tensor.random(5, 3).realize();
        optimizer.step(net.apply(x).square().mean());
        var before = ProgramStatistics.now();
        for (var step = 0; step < 4; step++) {
            optimizer.step(net.apply(x).square().mean());
        }
        var after = ProgramStatistics.now();
        assertThat(after.misses() - before.misses()).isZero();
        assertThat(after.hits() - before.hits()).isEqualTo(4);
    }

    @Test
    void refusesAParameterInTwoGroups() {
        var net = Sequential.of(dense(4), dense(2)).build(Shape.of(3), Seed.seed(1));
        assertThatThrownBy(() ->
                        Optimizer.of(group(sgd(0.1), net.layers().get(0)), group(adamW(0.01), net)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a parameter of shape [3, 4] is in group 1 (sgd(0.1)) and in group 2 (adamW(0.01)): each can follow one rule only");
    }

    @Test
    void handsNumbersToParametersOfEachType() {
        var single = ones(2);
        var precise = Parameter.of(Tensor.ones(2).cast(DType.FLOAT64));
        var optimizer = adamW(0.1).on(List.of(single, precise)).average(ema(0.5)).clipNorm(1);
        optimizer.step(single.sum().add(precise.sum()));
        assertThat(single.type()).isEqualTo(DType.FLOAT32);
        assertThat(first(single)).isCloseTo(0.899, within(1e-6));
        assertThat(first(precise)).isCloseTo(0.899, within(1e-6));
    }

    @Test
    void turnsAFilterAsTheMatrixOfItsLastAxis() {
        var gradient = Tensor.random(2, 2, 3, 5).seed(3).realize();
        var filter = Parameter.of(Tensor.zeros(2, 2, 3, 5));
        var matrix = Parameter.of(Tensor.zeros(12, 5));
        muon(0.02).on(List.of(filter)).step(filter.mul(gradient).sum());
        muon(0.02).on(List.of(matrix)).step(matrix.mul(gradient.reshape(12, 5)).sum());
        assertThat(filter.toFloats()).containsExactly(matrix.toFloats());
    }

    @Test
    void bringsSingularValuesNearOne() {
        // the columns of the update of a well conditioned matrix are nearly at right angles
        var gradient = Tensor.eye(4).add(Tensor.random(4, 4).seed(1).mul(0.3)).realize();
        var weight = Parameter.of(Tensor.zeros(4, 4));
        muon(1).weightDecay(0).on(List.of(weight)).step(weight.mul(gradient).sum());
        var product = weight.transpose().matmul(weight).toDoubles();
        for (var i = 0; i < 16; i++) {
            assertThat(product[i]).isCloseTo(i % 5 == 0 ? 1 : 0, within(0.5));
        }
    }

    @Test
    void sparesBiasesTheDecayThatMatricesGet() {
        var weight = ones(2, 2);
        var bias = ones(2);
        var optimizer =
                adamW(0.1).weightDecay(0.5).decayingMatricesOnly().on(List.of(weight, bias));
        optimizer.step(weight.sum().mul(0).add(bias.sum().mul(0)));
        assertThat(first(weight)).isCloseTo(0.95, within(1e-6));
        assertThat(first(bias)).isEqualTo(1);
    }

    @Test
    void writesRulesAsTheyAreWrittenInAProgram() {
        assertThat(adamW(3e-4).weightDecay(0.1).decayingMatricesOnly().clipNorm(1))
                .hasToString("adamW(3e-4).weightDecay(0.1).decayingMatricesOnly().clipNorm(1.0)");
        assertThat(lookAhead(sgd(0.1).momentum(0.9).nesterov()).steps(6))
                .hasToString("lookAhead(sgd(0.1).momentum(0.9).nesterov()).steps(6)");
        assertThat(muon(0.02).others(adamW(0.001))).hasToString("muon(0.02).others(adamW(0.001))");
    }

    @Test
    void refusesALimitOfTheOthersAlone() {
        assertThatThrownBy(() -> muon(0.02).others(adamW(0.001).clipNorm(1)))
                .hasMessageContaining("muon(...).others(...).clipNorm(1)");
    }

    @Test
    void keepsTheProportionOfTheOthersOfMuon() {
        var bias = ones(2);
        var optimizer = muon(0.02).others(sgd(0.1)).on(List.of(bias));
        optimizer.learningRate(0.01).step(bias.sum());
        assertThat(first(bias)).isCloseTo(0.95, within(1e-6));
    }
}
