package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// [BinaryCrossEntropy] that looks away from what is easy, so that a few hard questions are not
/// drowned by thousands of easy ones (Lin and others 2017).
///
/// With `p = sigmoid(logit)`, a yes loses `-α (1 - p)^γ log p` and a no
/// `-(1 - α) p^γ log(1 - p)`; an answer between counts in proportion.
///
/// - output: logits `[batch, ...]`, the numbers before sigmoid
/// - target: numbers from 0 to 1, or truth values, of the same shape
/// - each: the same shape
///
/// @param gamma how fast an answer that is right stops to count; 0 is no focus
/// @param alpha the weight of yes, from 0 to 1; no has the rest
public record BinaryFocalCrossEntropy(double gamma, double alpha) implements Loss {
    /// Checks the numbers.
    public BinaryFocalCrossEntropy {
        Numbers.notNegative("binaryFocalCrossEntropy", "gamma", gamma);
        Numbers.share("binaryFocalCrossEntropy", "alpha", alpha);
    }

    /// Returns this loss with another focus.
    public BinaryFocalCrossEntropy gamma(double gamma) {
        return new BinaryFocalCrossEntropy(gamma, alpha);
    }

    /// Returns this loss with another weight of yes; no has the rest.
    public BinaryFocalCrossEntropy alpha(double alpha) {
        return new BinaryFocalCrossEntropy(gamma, alpha);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target);
        var yes = focal(output).mul(truth).mul(alpha);
        return yes.add(focal(output.neg()).mul(truth.rsub(1)).mul(1 - alpha));
    }

    /// Returns `-(1 - p)^γ log p`. The power is taken as `e^(γ log(1 - p))`, whose slope is finite
    /// even where `1 - p` is 0.
    private Tensor focal(Tensor logit) {
        return logit.softplus().mul(-gamma).exp().mul(logit.neg().softplus());
    }

    @Override
    public String toString() {
        return "binaryFocalCrossEntropy()"
                + (gamma == 2 ? "" : ".gamma(" + gamma + ")")
                + (alpha == 0.25 ? "" : ".alpha(" + alpha + ")");
    }
}
