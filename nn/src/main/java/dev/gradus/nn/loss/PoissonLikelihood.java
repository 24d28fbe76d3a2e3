package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How unlikely counts are, such as calls in an hour, if the network says how many to expect: the
/// negative log-likelihood of the Poisson distribution.
///
/// An output `x`, the logarithm of the rate, loses `e^x - t x` for the count `t`. From rates it is
/// `x - t log(x + 10⁻⁸)`. What does not depend on the output, `log t!`, is left out, so that the loss
/// can be below 0.
///
/// - output: logarithms of rates, `[batch, ...]`, or rates
/// - target: counts of the same shape
/// - each: the same shape
///
/// @param rates whether outputs are rates instead of their logarithms
/// @param factorial whether `log t!` is added, by the approximation of Stirling for counts above 1
public record PoissonLikelihood(boolean rates, boolean factorial) implements Loss {
    private static final double SMALLEST_RATE = 1e-8;

    /// Returns this loss for networks that end with rates, numbers of 0 or more.
    public PoissonLikelihood fromRates() {
        return new PoissonLikelihood(true, factorial);
    }

    /// Returns this loss with `log t!` added, so that it is the whole negative log-likelihood.
    public PoissonLikelihood full() {
        return new PoissonLikelihood(rates, true);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var count = Pairs.matching(this, output, target);
        var loss =
                rates
                        ? output.sub(count.mul(output.add(SMALLEST_RATE).log()))
                        : output.exp().sub(count.mul(output));
        return factorial ? loss.add(logFactorial(count)) : loss;
    }

    private static Tensor logFactorial(Tensor count) {
        var large = count.greater(1);
        // 1 where the approximation does not count, so that no logarithm of 0 is met
        var safe = large.where(count, Tensor.onesLike(count));
        var stirling = safe.mul(safe.log()).sub(safe).add(safe.mul(2 * Math.PI).log().mul(0.5));
        return large.where(stirling, Tensor.zerosLike(stirling));
    }

    @Override
    public String toString() {
        return "poissonLikelihood()" + (rates ? ".fromRates()" : "") + (factorial ? ".full()" : "");
    }
}
