package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The mean of the distances: a few large mistakes do not outweigh everything else.
///
/// PyTorch calls it the L1 loss; here [L1][dev.gradus.nn.regularizer.L1] is a price on weights.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
public record MeanAbsoluteError() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        return output.sub(Pairs.matching(this, output, target)).abs();
    }

    @Override
    public String toString() {
        return "meanAbsoluteError()";
    }
}
