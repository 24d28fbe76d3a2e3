package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The mean of the squared distances between logarithms: ratios count, not differences, and too
/// little costs more than too much. For targets that grow over several orders of magnitude.
///
/// An output `x` for the target `t` loses `(log(1 + x) - log(1 + t))²`. Numbers below 0 count as 0.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
public record MeanSquaredLogarithmicError() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target);
        return logarithm(output).sub(logarithm(truth)).square();
    }

    private static Tensor logarithm(Tensor x) {
        return x.maximum(0).add(1).log();
    }

    @Override
    public String toString() {
        return "meanSquaredLogarithmicError()";
    }
}
