package dev.gradus.nn.optimizer;

import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.adamW;
import static dev.gradus.nn.Optimizers.sgd;

import dev.gradus.nn.Goldens;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fifty steps of each rule end where PyTorch's end, in `float64`, with the learning rate halved in
/// the middle.
public class OptimizerGoldensTest {
    /// A row for each rule as a user writes it; [dev.gradus.nn.CompletenessTest] misses none.
    public enum RuleCase {
        SGD("sgd", sgd(0.1)),
        MOMENTUM("momentum", sgd(0.05).momentum(0.9)),
        NESTEROV("nesterov", sgd(0.05).momentum(0.9).nesterov()),
        DECAY("decay", sgd(0.1).momentum(0.5).weightDecay(0.1)),
        CLIPPED_NORM("norm", sgd(0.1).clipNorm(0.1)),
        CLIPPED_VALUE("value", sgd(0.1).clipValue(0.05)),
        ADAM("adam", adam(0.02)),
        ADAM_DECAY(
                "adam.decay",
                adam(0.02).betas(0.8, 0.95).epsilon(1e-4).weightDecay(0.1).clipNorm(0.1)),
        ADAMW("adamw", adamW(0.02)),
        ADAMW_DECAY("adamw.decay", adamW(0.02).weightDecay(0.3).clipValue(0.05));

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
        var inputs = Goldens.tensor("optimizer.inputs");
        var targets = Goldens.tensor("optimizer.targets");
        var weight = Goldens.parameter("optimizer.weight");
        var bias = Goldens.parameter("optimizer.bias");
        var optimizer = c.spec.on(List.of(weight, bias));
        for (var step = 0; step < 50; step++) {
            if (step == 25) {
                optimizer.learningRate(c.spec.learningRate() / 2);
            }
            var output = inputs.get(step).matmul(weight).add(bias).tanh();
            optimizer.step(meanSquaredError(output, targets.get(step)));
            if (List.of(1, 2, 25, 50).contains(step + 1)) {
                var name = "optimizer." + c.name + "." + (step + 1);
                Goldens.assertEquals(weight, name + ".weight", 1e-11);
                Goldens.assertEquals(bias, name + ".bias", 1e-11);
            }
        }
    }
}
