package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// [Dice] with a price of its own for what is marked wrongly and for what is missed (Salehi and others
/// 2017).
///
/// With `p` marked and `t` true, an example loses
/// `1 - Σ p t / (Σ p t + α Σ p (1 - t) + β Σ (1 - p) t + 10⁻⁷)`, the sums over all its places.
/// `α = β = 1/2` is [Dice], `α = β = 1` is [Jaccard].
///
/// - output: logits `[batch, ..., classes]`, the numbers before sigmoid, or probabilities
/// - target: truth values, or numbers from 0 to 1, of the same shape
/// - each: `[batch]`, or `[batch, classes]`
///
/// @param probabilities whether outputs are probabilities instead of logits
/// @param perClass whether each class has a loss of its own, so that small ones count as much as
///     large ones
/// @param alpha the price of what is marked wrongly
/// @param beta the price of what is missed
public record Tversky(boolean probabilities, boolean perClass, double alpha, double beta)
        implements Loss {
    /// Checks the numbers.
    public Tversky {
        Numbers.notNegative("tversky", "alpha", alpha);
        Numbers.notNegative("tversky", "beta", beta);
    }

    /// Returns this loss for networks that end with sigmoid or softmax already.
    public Tversky fromProbabilities() {
        return new Tversky(true, perClass, alpha, beta);
    }

    /// Returns this loss with one number for each class along the last axis.
    public Tversky eachClass() {
        return new Tversky(probabilities, true, alpha, beta);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var overlap = Overlap.of(this, output, target, probabilities, perClass);
        var wrong = overlap.wronglyMarked().mul(alpha).add(overlap.missed().mul(beta));
        var all = overlap.common().add(wrong).add(Overlap.SMALLEST);
        return overlap.common().div(all).rsub(1);
    }

    @Override
    public String toString() {
        return "tversky("
                + alpha
                + ", "
                + beta
                + ")"
                + (probabilities ? ".fromProbabilities()" : "")
                + (perClass ? ".eachClass()" : "");
    }
}
