package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;

/// The dropout that goes with `SELU`: it silences some inputs in training without moving their mean
/// or their deviation, where those are 0 and 1 (Klambauer, Unterthiner, Mayr and Hochreiter 2017).
///
/// In training each number becomes `-λ α`, to which `SELU` tends far below 0, with probability
/// `rate`; then all become `a x + b`, where `a` and `b` bring deviation and mean back to 1 and 0.
/// Outside of training it passes unchanged.
///
/// - input and output: `[batch, ...]`
///
/// @param rate the share that is silenced, at least 0 and below 1
public record AlphaDropout(double rate) implements Stateless {
    private static final double SILENCE = -Rectifier.Selu.SCALE * Rectifier.Selu.ALPHA;

    /// Checks the rate.
    public AlphaDropout {
        Require.rate("alphaDropout", rate);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (rate == 0) {
            return x;
        }
        // with mean 0 and deviation 1, mean and variance of what silencing leaves are these
        var mean = rate * SILENCE;
        var variance = (1 - rate) * (1 + rate * SILENCE * SILENCE);
        var a = 1 / Math.sqrt(variance);
        var silenced = Tensor.randomPerStep(x.shape()).less(rate);
        var kept = silenced.where(Tensor.zerosLike(x).add(SILENCE), x);
        return Tensor.byMode(kept.sub(mean).mul(a), x);
    }

    @Override
    public String toString() {
        return "alphaDropout(" + rate + ")";
    }
}
