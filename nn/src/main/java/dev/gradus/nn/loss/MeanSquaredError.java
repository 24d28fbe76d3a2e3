package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The mean of the squared distances: large mistakes count far more than small ones.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
public record MeanSquaredError() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        return output.sub(Pairs.matching(this, output, target)).square();
    }

    @Override
    public String toString() {
        return "meanSquaredError()";
    }
}
