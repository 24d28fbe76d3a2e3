package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// [CrossEntropy] that does not insist: an example whose label may be wrong pulls less the more the
/// network disagrees (Zhang and Sabuncu 2018).
///
/// With `p = softmax(logits)` an example of class `c` loses `(1 - p[c]^q) / q`: near `q = 0` that is
/// the cross-entropy, at `q = 1` it is `1 - p[c]`, which no wrong label can raise above 1.
///
/// - output: logits `[batch, ..., classes]`, the numbers before softmax
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`, or distributions in floating
///   point, `[batch, ..., classes]`
/// - each: `[batch, ...]`
///
/// @param q how little is insisted, above 0 and at most 1; the paper uses 0.7
public record GeneralizedCrossEntropy(double q) implements Loss {
    /// Checks the number.
    public GeneralizedCrossEntropy {
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException(
                    "generalizedCrossEntropy was given q %s: give a number above 0 and at most 1, such as 0.7"
                            .formatted(q));
        }
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Classes.shares("generalizedCrossEntropy", output, target);
        // p^q as e^(q log p), whose slope is finite even where p is 0
        var power = output.logSoftmax(-1).mul(q).exp();
        return power.rsub(1).mul(truth).sum(-1).div(q);
    }

    @Override
    public String toString() {
        return "generalizedCrossEntropy(" + q + ")";
    }
}
