package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Asks of each class that an example has to be ahead of each class that it has not, by a margin of 1.
///
/// With the classes `a` that are true and the classes `b` that are not, an example with scores `x`
/// loses `Σₐ Σᵦ max(0, 1 - xₐ + xᵦ) / classes`.
///
/// - output: scores `[batch, ..., classes]`
/// - target: truth values, or numbers of which those above 0 mean yes, of the same shape
/// - each: `[batch, ...]`
public record MultiLabelMargin() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target).greater(0).cast(output.type());
        var ahead = output.unsqueeze(-1).sub(output.unsqueeze(-2));
        var pairs = truth.unsqueeze(-1).mul(truth.rsub(1).unsqueeze(-2));
        return ahead.rsub(1).relu().mul(pairs).sum(-2, -1).div(output.size(-1));
    }

    @Override
    public String toString() {
        return "multiLabelMargin()";
    }
}
