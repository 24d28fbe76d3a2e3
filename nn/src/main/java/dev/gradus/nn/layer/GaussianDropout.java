package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;

/// Multiplies each number by noise around 1 in training, as strong as dropout of the same rate but
/// without silencing anything: `y = x (1 + √(rate / (1 - rate)) n)`, where `n` is normally
/// distributed (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014).
///
/// Outside of training numbers pass unchanged.
///
/// - input and output: `[batch, ...]`
///
/// @param rate the rate of the dropout it is to be as strong as, at least 0 and below 1
public record GaussianDropout(double rate) implements Stateless {
    /// Checks the rate.
    public GaussianDropout {
        Require.rate("gaussianDropout", rate);
    }

    @Override
    public Tensor apply(Tensor x) {
        var deviation = Math.sqrt(rate / (1 - rate));
        var factor = StepNoise.normal(x.shape()).mul(deviation).add(1).cast(x.type());
        return Tensor.byMode(x.mul(factor), x);
    }

    @Override
    public String toString() {
        return "gaussianDropout(" + rate + ")";
    }
}
