package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// A rule without weight decay for parameters of fewer than two axes, such as biases:
/// `adamW(3e-4).decayingMatricesOnly()`.
///
/// @param rule what is done to all parameters, to matrices and larger tensors with decay
public record DecayingMatricesOnly(Decaying rule) implements OptimizerSpec {
    @Override
    public double learningRate() {
        return rule.learningRate();
    }

    @Override
    public Clipping clipping() {
        return rule.clipping();
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
        var chosen = parameter.rank() < 2 ? rule.weightDecay(0) : rule;
        return chosen.change(parameter, gradient, memory, rates);
    }

    @Override
    public String toString() {
        return rule + ".decayingMatricesOnly()";
    }
}
