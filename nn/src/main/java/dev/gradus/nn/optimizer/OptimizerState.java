package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// What an optimizer remembers at one moment: see [Optimizer#state].
///
/// @param steps how many steps were made
/// @param batches how many batches were seen, from which the random numbers of the next one follow
/// @param collected how many batches of the present step were collected
/// @param learningRate the learning rate of the first group, without what a schedule says
/// @param kinds the classes of the rules, group by group
/// @param memory what the rules remember parameter by parameter, sums of collected gradients, and
///     averages of the weights
public record OptimizerState(
        long steps,
        long batches,
        int collected,
        double learningRate,
        List<String> kinds,
        List<Tensor> memory) {
    /// Checks the numbers and copies the lists.
    public OptimizerState {
        Require.notNegative("an optimizer's steps", steps);
        Require.notNegative("an optimizer's batches", batches);
        Require.notNegative("an optimizer's collected batches", collected);
        Require.atLeast("the learning rate", learningRate, 0);
        kinds = List.copyOf(kinds);
        memory = List.copyOf(memory);
    }

    static Tensor copy(Parameter parameter) {
        return Tensor.of(parameter.buffer().copy(), parameter.shape());
    }

    void checkFits(List<String> rules, int batchesPerStep, List<Parameter> remembered) {
        if (!kinds.equals(rules)) {
            throw new IllegalArgumentException(
                    "the state belongs to an optimizer with the rules %s, this one has %s: make the same optimizer"
                            .formatted(kinds, rules));
        }
        if (collected >= batchesPerStep) {
            throw new IllegalArgumentException(
                    "the state has collected %d batches, but this optimizer makes a step of %d: accumulate as many"
                            .formatted(collected, batchesPerStep));
        }
        if (memory.size() != remembered.size()) {
            throw new IllegalArgumentException(
                    "the state remembers %d tensors, this optimizer %d: it needs the same parameters, accumulate(...) and average(...)"
                            .formatted(memory.size(), remembered.size()));
        }
        for (var i = 0; i < memory.size(); i++) {
            var here = remembered.get(i);
            var there = memory.get(i);
            if (!here.shape().equals(there.shape()) || here.type() != there.type()) {
                throw new IllegalArgumentException(
                        "tensor %d of the state is %s %s, this optimizer remembers %s %s there: it belongs to other parameters"
                                .formatted(
                                        i, there.shape(), there.type(), here.shape(), here.type()));
            }
        }
    }
}
