package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How unlikely a target is if the network says what to expect and how sure it is: the negative
/// log-likelihood of the normal distribution (Nix and Weigend 1994).
///
/// With the mean `m` and the variance `v` a target `t` loses `(log v + (t - m)² / v) / 2`, where `v`
/// counts as at least 10⁻⁶. A constant, `log(2π) / 2`, is left out unless [#full()] is asked for.
///
/// ```java
/// var loss = gaussianLikelihood().apply(mean, deviation.square(), target);
/// ```
///
/// @param constant whether the constant is added
public record GaussianLikelihood(boolean constant) {
    private static final double SMALLEST_VARIANCE = 1e-6;

    /// Returns this loss with the constant, so that it is the whole negative log-likelihood.
    public GaussianLikelihood full() {
        return new GaussianLikelihood(true);
    }

    /// Returns the loss of each number: the shape of `mean`.
    ///
    /// @param mean what is expected, `[batch, ...]`
    /// @param variance how unsure that is, above 0, of the same shape
    /// @param target what was the case, of the same shape
    public Tensor each(Tensor mean, Tensor variance, Tensor target) {
        var sure = Pairs.matching(this, mean, variance).maximum(SMALLEST_VARIANCE);
        var distance = mean.sub(Pairs.matching(this, mean, target));
        var loss = sure.log().add(distance.square().div(sure)).mul(0.5);
        return constant ? loss.add(0.5 * Math.log(2 * Math.PI)) : loss;
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor mean, Tensor variance, Tensor target) {
        return each(mean, variance, target).mean();
    }

    @Override
    public String toString() {
        return "gaussianLikelihood()" + (constant ? ".full()" : "");
    }
}
