package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Squares small distances and leaves large ones nearly as they are, without a seam between: a Huber
/// loss that is smooth everywhere.
///
/// A distance `d` loses `log cosh d`, about `d² / 2` near 0 and `|d| - log 2` far away.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
public record LogCosh() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        var distance = output.sub(Pairs.matching(this, output, target));
        // log cosh d = d + log(1 + e^-2d) - log 2 never meets the e^d that overflows
        return distance.add(distance.mul(-2).softplus()).sub(Math.log(2));
    }

    @Override
    public String toString() {
        return "logCosh()";
    }
}
