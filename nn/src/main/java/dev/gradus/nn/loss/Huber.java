package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Squares small distances and leaves large ones as they are, so that outliers pull less (Huber
/// 1964).
///
/// A distance `d` loses `d² / 2` up to `delta` and `delta (d - delta / 2)` beyond.
///
/// - output and target: `[batch, ...]` of the same shape
///
/// @param delta where the loss turns straight
public record Huber(double delta) implements Loss {
    /// Checks the number.
    public Huber {
        if (!(delta > 0)) {
            throw new IllegalArgumentException(
                    "huber was given delta %s: give a number above 0".formatted(delta));
        }
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var distance = output.sub(Pairs.matching(this, output, target)).abs();
        var near = distance.minimum(delta);
        return near.mul(distance.sub(near.mul(0.5))).mean();
    }

    @Override
    public String toString() {
        return "huber(" + delta + ")";
    }
}
