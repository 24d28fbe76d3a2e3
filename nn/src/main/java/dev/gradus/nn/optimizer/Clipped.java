package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// A rule that sees gradients within a limit: `sgd(0.1).clipNorm(1)`.
///
/// The limit counts for the parameters of this rule; for a limit on those of several groups
/// together see [Optimizer#clipNorm].
///
/// @param rule what gradients are handed to
/// @param limit the limit, after the one that the rule itself has
public record Clipped(OptimizerSpec rule, Clipping limit) implements OptimizerSpec {
    @Override
    public double learningRate() {
        return rule.learningRate();
    }

    @Override
    public Clipping clipping() {
        return rule.clipping() instanceof Clipping.None
                ? limit
                : new Clipping.InTurn(rule.clipping(), limit);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return rule.memories(parameter);
    }

    @Override
    public double[] rates(double rate, long step) {
        return rule.rates(rate, step);
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        return rule.change(parameter, gradient, memory, rates);
    }

    @Override
    public String toString() {
        return rule + "." + limit;
    }
}
