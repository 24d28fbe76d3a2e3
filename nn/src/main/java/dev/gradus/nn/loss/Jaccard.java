package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How little two regions overlap in proportion to what they cover together, also called the loss of
/// intersection over union (Rahman and Wang 2016).
///
/// With `p` marked and `t` true, an example loses
/// `1 - (Σ p t + smoothing) / (Σ p + Σ t - Σ p t + smoothing + 10⁻⁷)`, the sums over all its places.
///
/// - output: logits `[batch, ..., classes]`, the numbers before sigmoid, or probabilities
/// - target: truth values, or numbers from 0 to 1, of the same shape
/// - each: `[batch]`, or `[batch, classes]`
///
/// @param probabilities whether outputs are probabilities instead of logits
/// @param perClass whether each class has a loss of its own, so that small ones count as much as
///     large ones
/// @param smoothing is added above and below the line
public record Jaccard(boolean probabilities, boolean perClass, double smoothing) implements Loss {
    /// Checks the number.
    public Jaccard {
        Numbers.notNegative("jaccard", "smoothing", smoothing);
    }

    /// Returns this loss for networks that end with sigmoid or softmax already.
    public Jaccard fromProbabilities() {
        return new Jaccard(true, perClass, smoothing);
    }

    /// Returns this loss with one number for each class along the last axis.
    public Jaccard eachClass() {
        return new Jaccard(probabilities, true, smoothing);
    }

    /// Returns this loss with `smoothing` added above and below the line. With 1, an example without
    /// anything to mark loses nothing if nothing is marked; with 0 it loses 1 in any case.
    public Jaccard smoothing(double smoothing) {
        return new Jaccard(probabilities, perClass, smoothing);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var overlap = Overlap.of(this, output, target, probabilities, perClass);
        var union = overlap.marked().add(overlap.missed()).add(smoothing + Overlap.SMALLEST);
        return overlap.common().add(smoothing).div(union).rsub(1);
    }

    @Override
    public String toString() {
        return "jaccard()"
                + (probabilities ? ".fromProbabilities()" : "")
                + (perClass ? ".eachClass()" : "")
                + (smoothing > 0 ? ".smoothing(" + smoothing + ")" : "");
    }
}
