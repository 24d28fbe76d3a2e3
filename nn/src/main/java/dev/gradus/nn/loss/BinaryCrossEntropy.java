package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How surprised a network is by a yes or no, for any number of independent questions.
///
/// With `p = sigmoid(logit)` an answer `t` between 0 and 1 loses `-t log p - (1 - t) log(1 - p)`,
/// which is computed as `log(1 + e^x) - x t` so that it stays finite for any logit `x`.
///
/// - output: logits `[batch, ...]`, the numbers before sigmoid
/// - target: numbers from 0 to 1, or truth values, of the same shape
public record BinaryCrossEntropy() implements Loss {
    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target);
        return output.softplus().sub(output.mul(truth)).mean();
    }

    @Override
    public String toString() {
        return "binaryCrossEntropy()";
    }
}
