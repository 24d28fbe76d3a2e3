package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// [CrossEntropy] that looks away from examples that are classified well already, so that rare and
/// hard ones are not drowned (Lin and others 2017).
///
/// With `p = softmax(logits)` an example of class `c` loses `-α (1 - p[c])^γ log p[c]`; of a
/// distribution `t` it loses `-α Σ t (1 - p)^γ log p`.
///
/// - output: logits `[batch, ..., classes]`, the numbers before softmax
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`, or distributions in floating
///   point, `[batch, ..., classes]`
/// - each: `[batch, ...]`
///
/// @param gamma how fast an example that is right stops to count; 0 is no focus
/// @param alpha a factor on the whole
public record FocalCrossEntropy(double gamma, double alpha) implements Loss {
    private static final double SMALLEST = 1e-37;

    /// Checks the numbers.
    public FocalCrossEntropy {
        Numbers.notNegative("focalCrossEntropy", "gamma", gamma);
        Numbers.positive("focalCrossEntropy", "alpha", alpha);
    }

    /// Returns this loss with another focus.
    public FocalCrossEntropy gamma(double gamma) {
        return new FocalCrossEntropy(gamma, alpha);
    }

    /// Returns this loss with another factor on the whole.
    public FocalCrossEntropy alpha(double alpha) {
        return new FocalCrossEntropy(gamma, alpha);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Classes.shares("focalCrossEntropy", output, target);
        var logProbability = output.logSoftmax(-1);
        // never quite 0, where a small power would be infinitely steep
        var wrong = logProbability.exp().rsub(1).maximum(SMALLEST);
        return wrong.pow(gamma).mul(logProbability).mul(truth).sum(-1).mul(-alpha);
    }

    @Override
    public String toString() {
        return "focalCrossEntropy()"
                + (gamma == 2 ? "" : ".gamma(" + gamma + ")")
                + (alpha == 0.25 ? "" : ".alpha(" + alpha + ")");
    }
}
