package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Squares small distances and leaves large ones as they are, so that outliers pull less (Huber
/// 1964).
///
/// A distance `d` loses `d² / 2` up to `delta` and `delta (d - delta / 2)` beyond.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
///
/// @param delta where the loss turns straight
public record Huber(double delta) implements Loss {
    /// Checks the number.
    public Huber {
        Numbers.positive("huber", "delta", delta);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var distance = output.sub(Pairs.matching(this, output, target)).abs();
        var near = distance.minimum(delta);
        return near.mul(distance.sub(near.mul(0.5)));
    }

    @Override
    public String toString() {
        return "huber(" + delta + ")";
    }
}
