package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;

/// Randomly silences all of an example in training, so that a deep network of residual branches is
/// trained as many shallower ones: the last layer of such a branch (Huang, Sun, Liu, Sedra and
/// Weinberger 2016).
///
/// In training each example becomes 0 with probability `rate` and is divided by `1 - rate` otherwise;
/// outside of training it passes unchanged.
///
/// ```java
/// residual(layerNorm(), dense(256, GELU), dense(64), dropPath(0.1))
/// ```
///
/// - input and output: `[batch, ...]`
///
/// @param rate the share of examples that is silenced, at least 0 and below 1
public record DropPath(double rate) implements Stateless {
    /// Checks the rate.
    public DropPath {
        Require.rate("dropPath", rate);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (rate == 0) {
            return x;
        }
        var silenced = Tensor.randomPerStep(StepNoise.oneForEachExample(x)).less(rate);
        var training = silenced.where(Tensor.zerosLike(x), x.mul(1 / (1 - rate)));
        return Tensor.byMode(training, x);
    }

    @Override
    public String toString() {
        return "dropPath(" + rate + ")";
    }
}
