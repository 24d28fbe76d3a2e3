package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The mean of the distances: a few large mistakes do not outweigh everything else.
///
/// - output and target: `[batch, ...]` of the same shape
public record L1() implements Loss {
    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var distance = output.sub(Pairs.matching(this, output, target));
        // the distance times its sign, whose slope at 0 is 0
        return distance.mul(distance.sign()).mean();
    }

    @Override
    public String toString() {
        return "l1()";
    }
}
