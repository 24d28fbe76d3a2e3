package dev.gradus.nn.optimizer;

import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adadelta;
import static dev.gradus.nn.Optimizers.adafactor;
import static dev.gradus.nn.Optimizers.adagrad;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.adamW;
import static dev.gradus.nn.Optimizers.adamax;
import static dev.gradus.nn.Optimizers.ema;
import static dev.gradus.nn.Optimizers.ftrl;
import static dev.gradus.nn.Optimizers.group;
import static dev.gradus.nn.Optimizers.lamb;
import static dev.gradus.nn.Optimizers.lion;
import static dev.gradus.nn.Optimizers.lookAhead;
import static dev.gradus.nn.Optimizers.muon;
import static dev.gradus.nn.Optimizers.nAdam;
import static dev.gradus.nn.Optimizers.rAdam;
import static dev.gradus.nn.Optimizers.rmsProp;
import static dev.gradus.nn.Optimizers.rprop;
import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.nn.Optimizers.swa;

import dev.gradus.nn.Goldens;
import dev.gradus.tensor.Parameter;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fifty steps of each rule end where PyTorch's or its paper's end, in `float64`, with the learning
/// rate halved in the middle.
public class OptimizerGoldensTest {
    /// A row for each rule as a user writes it; [dev.gradus.nn.CompletenessTest] misses none.
    public enum RuleCase {
        SGD("sgd", sgd(0.1)),
        MOMENTUM("momentum", sgd(0.05).momentum(0.9)),
        DAMPENING("dampening", sgd(0.05).momentum(0.9).dampening(0.3)),
        NESTEROV("nesterov", sgd(0.05).momentum(0.9).nesterov()),
        DECAY("decay", sgd(0.1).momentum(0.5).weightDecay(0.1)),
        CLIPPED_NORM("norm", sgd(0.1).clipNorm(0.1)),
        CLIPPED_VALUE("value", sgd(0.1).clipValue(0.05)),
        CLIPPED_TWICE("value.norm", sgd(0.1).clipValue(0.05).clipNorm(0.1)),
        ADAM("adam", adam(0.02)),
        ADAM_DECAY(
                "adam.decay",
                adam(0.02).betas(0.8, 0.95).epsilon(1e-4).weightDecay(0.1).clipNorm(0.1)),
        ADAM_AMS("adam.ams", adam(0.02).betas(0.8, 0.9).amsGrad()),
        ADAMW("adamw", adamW(0.02)),
        ADAMW_DECAY("adamw.decay", adamW(0.02).weightDecay(0.3).clipValue(0.05)),
        ADAMW_AMS("adamw.ams", adamW(0.02).betas(0.8, 0.9).amsGrad()),
        ADAMW_MATRICES("adamw.matrices", adamW(0.02).weightDecay(0.3).decayingMatricesOnly()),
        ADAMAX("adamax", adamax(0.02)),
        ADAMAX_DECAY("adamax.decay", adamax(0.02).betas(0.8, 0.9).epsilon(1e-4).weightDecay(0.1)),
        NADAM("nadam", nAdam(0.02)),
        NADAM_DECAY(
                "nadam.decay",
                nAdam(0.02).betas(0.8, 0.9).epsilon(1e-4).weightDecay(0.1).momentumDecay(0.02)),
        RADAM("radam", rAdam(0.02)),
        RADAM_DECAY("radam.decay", rAdam(0.02).betas(0.8, 0.9).epsilon(1e-4).weightDecay(0.1)),
        ADAGRAD("adagrad", adagrad(0.1)),
        ADAGRAD_DECAY(
                "adagrad.decay",
                adagrad(0.1).rateDecay(0.1).weightDecay(0.1).initial(0.2).epsilon(1e-4)),
        ADADELTA("adadelta", adadelta(1)),
        ADADELTA_DECAY("adadelta.decay", adadelta(0.7).rho(0.8).epsilon(1e-4).weightDecay(0.1)),
        RMSPROP("rmsprop", rmsProp(0.01)),
        RMSPROP_CENTRED(
                "rmsprop.centred",
                rmsProp(0.01).rho(0.9).epsilon(1e-4).weightDecay(0.1).momentum(0.8).centred()),
        RMSPROP_MOMENTUM("rmsprop.momentum", rmsProp(0.01).momentum(0.5)),
        ADAFACTOR("adafactor", adafactor(0.05)),
        ADAFACTOR_DECAY(
                "adafactor.decay",
                adafactor(0.5)
                        .squareDecay(-0.5)
                        .epsilon(1e-2)
                        .smallest(0.5)
                        .largest(1.1)
                        .weightDecay(0.1)),
        LION("lion", lion(0.01)),
        LION_DECAY("lion.decay", lion(0.01).betas(0.8, 0.95).weightDecay(0.5)),
        LAMB("lamb", lamb(0.05)),
        LAMB_DECAY("lamb.decay", lamb(0.05).betas(0.8, 0.95).epsilon(1e-4).weightDecay(0.3)),
        MUON("muon", muon(0.02)),
        MUON_OTHERS(
                "muon.others",
                muon(0.02).momentum(0.8).withoutNesterov().weightDecay(0.4).others(sgd(0.1))),
        RPROP("rprop", rprop(0.01)),
        RPROP_NARROW(
                "rprop.narrow",
                rprop(0.01).shrinkage(0.4).growth(1.5).smallest(0.002).largest(0.03)),
        FTRL("ftrl", ftrl(0.1)),
        FTRL_SPARSE("ftrl.sparse", ftrl(0.5).l1(0.02).l2(0.01).beta(0.3).initial(0.2)),
        LOOK_AHEAD("lookahead", lookAhead(adam(0.02))),
        LOOK_AHEAD_OTHER(
                "lookahead.other",
                lookAhead(sgd(0.1).momentum(0.9)).steps(3).share(0.8).clipNorm(0.1));

        public final OptimizerSpec spec;
        private final String name;

        RuleCase(String name, OptimizerSpec spec) {
            this.name = name;
            this.spec = spec;
        }
    }

    @ParameterizedTest
    @EnumSource
    void walksAsPyTorchDoes(RuleCase c) {
        walk(c.name, (weight, bias) -> c.spec.on(List.of(weight, bias)));
    }

    @Test
    void walksWithARuleForEachGroup() {
        walk(
                "groups",
                (weight, bias) ->
                        Optimizer.of(
                                group(sgd(0.1).momentum(0.9), List.of(weight)),
                                group(adamW(0.02), List.of(bias))));
    }

    @Test
    void limitsTheGradientsOfAllGroupsTogetherIfTheOptimizerIsTold() {
        walk(
                "groups.norm",
                (weight, bias) ->
                        Optimizer.of(
                                        group(sgd(0.1).momentum(0.9), List.of(weight)),
                                        group(adamW(0.02), List.of(bias)))
                                .clipNorm(0.1));
    }

    @Test
    void limitsTheGradientsOfEachGroupByItselfIfItsRuleIsTold() {
        walk(
                "groups.each",
                (weight, bias) ->
                        Optimizer.of(
                                group(sgd(0.1).clipNorm(0.1), List.of(weight)),
                                group(sgd(0.05).clipNorm(0.1), List.of(bias))));
    }

    @Test
    void takesGradientsAtTheWorstWeightsNearby() {
        walk("sharp", (weight, bias) -> adam(0.02).on(List.of(weight, bias)).sharpnessAware(0.3));
        walk(
                "sharp.norm",
                (weight, bias) ->
                        sgd(0.1).momentum(0.9)
                                .clipNorm(0.1)
                                .on(List.of(weight, bias))
                                .sharpnessAware(0.1));
    }

    @ParameterizedTest
    @EnumSource(AverageCase.class)
    void averagesWeightsAsPyTorchDoes(AverageCase c) {
        var inputs = Goldens.tensor("optimizer.inputs");
        var targets = Goldens.tensor("optimizer.targets");
        var weight = Goldens.parameter("optimizer.weight");
        var bias = Goldens.parameter("optimizer.bias");
        var optimizer = sgd(0.1).on(List.of(weight, bias)).average(c.averaging);
        for (var step = 0; step < 50; step++) {
            var output = inputs.get(step).matmul(weight).add(bias).tanh();
            optimizer.step(meanSquaredError(output, targets.get(step)));
        }
        var means = optimizer.averages().values();
        Goldens.assertEquals(means.get(0), "average." + c.name + ".weight", 1e-11);
        Goldens.assertEquals(means.get(1), "average." + c.name + ".bias", 1e-11);
    }

    /// A row for each way of averaging.
    enum AverageCase {
        EMA("ema", ema(0.9)),
        SWA("swa", swa().after(20).every(3));

        private final String name;
        private final Averaging averaging;

        AverageCase(String name, Averaging averaging) {
            this.name = name;
            this.averaging = averaging;
        }
    }

    private static void walk(String name, BiFunction<Parameter, Parameter, Optimizer> make) {
        var inputs = Goldens.tensor("optimizer.inputs");
        var targets = Goldens.tensor("optimizer.targets");
        var weight = Goldens.parameter("optimizer.weight");
        var bias = Goldens.parameter("optimizer.bias");
        var optimizer = make.apply(weight, bias);
        for (var step = 0; step < 50; step++) {
            if (step == 25) {
                optimizer.learningRate(optimizer.learningRate() / 2);
            }
            var output = inputs.get(step).matmul(weight).add(bias).tanh();
            optimizer.step(meanSquaredError(output, targets.get(step)));
            if (List.of(1, 2, 25, 50).contains(step + 1)) {
                var at = "optimizer." + name + "." + (step + 1);
                Goldens.assertEquals(weight, at + ".weight", 1e-11);
                Goldens.assertEquals(bias, at + ".bias", 1e-11);
            }
        }
    }
}
