package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// [Huber] divided by its `delta`, here called `beta`: a distance is squared up to `beta` and has the
/// slope 1 beyond, so that `beta` changes where the loss bends but not how hard it pulls (Girshick
/// 2015).
///
/// A distance `d` loses `d² / (2 beta)` up to `beta` and `d - beta / 2` beyond.
///
/// - output and target: `[batch, ...]` of the same shape
/// - each: the same shape
///
/// @param beta where the loss turns straight
public record SmoothL1(double beta) implements Loss {
    /// Checks the number.
    public SmoothL1 {
        Numbers.positive("smoothL1", "beta", beta);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        return new Huber(beta).each(output, Pairs.matching(this, output, target)).div(beta);
    }

    @Override
    public String toString() {
        return "smoothL1(" + beta + ")";
    }
}
