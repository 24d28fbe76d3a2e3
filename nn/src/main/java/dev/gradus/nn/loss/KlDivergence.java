package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How far a distribution is from the one it should be: the surprise it causes beyond the surprise
/// that is in the truth anyway (Kullback and Leibler 1951).
///
/// With log-probabilities `x` and the truth `t`, an example loses `Σ t (log t - x)`, where `0 log 0`
/// is 0. The mean is over examples, which PyTorch calls `batchmean`.
///
/// - output: log-probabilities `[batch, ..., classes]`, such as `logSoftmax(-1)` makes
/// - target: probabilities of the same shape, or their logarithms
/// - each: `[batch, ...]`
///
/// @param logTarget whether targets are log-probabilities too
public record KlDivergence(boolean logTarget) implements Loss {
    /// Returns this loss for targets that are log-probabilities.
    public KlDivergence fromLogTarget() {
        return new KlDivergence(true);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        Classes.count("klDivergence", output);
        var truth = Pairs.matching(this, output, target);
        var probability = logTarget ? truth.exp() : truth;
        // 1 in the place of 0: its logarithm is 0, while 0 times an infinite one is not a number
        var logarithm =
                logTarget ? truth : truth.greater(0).where(truth, Tensor.onesLike(truth)).log();
        return probability.mul(logarithm.sub(output)).sum(-1);
    }

    @Override
    public String toString() {
        return "klDivergence()" + (logTarget ? ".fromLogTarget()" : "");
    }
}
