package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The mean of the distances in percent of the target, so that small targets matter as much as large
/// ones.
///
/// An output `x` for the target `t` loses `100 |t - x| / max(|t|, 10⁻⁷)`. A target of 0 makes the
/// loss enormous.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
public record MeanAbsolutePercentageError() implements Loss {
    private static final double SMALLEST_TARGET = 1e-7;

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target);
        return output.sub(truth).abs().div(truth.abs().maximum(SMALLEST_TARGET)).mul(100);
    }

    @Override
    public String toString() {
        return "meanAbsolutePercentageError()";
    }
}
