package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Says how alike two vectors are: the sum of the products of their numbers, or, of vectors brought to
/// length 1 first, the cosine of the angle between them. How two-tower networks compare a question with
/// an answer.
///
/// - inputs: two of `[batch, ..., features]`
/// - output: `[batch, ..., 1]`
///
/// @param normalized whether the vectors are brought to length 1 first
public record Dot(boolean normalized) implements StatelessMerge {
    /// Keeps the length of a vector of zeros away from 0.
    private static final double SMALLEST_SQUARE = 1e-12;

    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs, 2);
        var a = inputs.get(0);
        var b = inputs.get(1);
        var dot = a.mul(b).sum(-1).unsqueeze(-1);
        return normalized ? dot.div(length(a)).div(length(b)) : dot;
    }

    private static Tensor length(Tensor x) {
        return x.square().sum(-1).unsqueeze(-1).maximum(SMALLEST_SQUARE).sqrt();
    }

    @Override
    public String toString() {
        return normalized ? "cosine()" : "dot()";
    }
}
