package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How far apart the directions of two vectors are, whatever their lengths.
///
/// Vectors `x` and `t` lose `1 - cos(x, t)`: 0 for the same direction, 1 for a right angle, 2 for
/// opposite ones. Keras' cosine similarity is the same without the 1, and so below 0.
///
/// - output and target: `[batch, ..., features]` of the same shape
/// - each: `[batch, ...]`
public record CosineDistance() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target);
        Vectors.checkAlike("cosineDistance", output, truth);
        return Vectors.cosine(output, truth).rsub(1);
    }

    @Override
    public String toString() {
        return "cosineDistance()";
    }
}
