package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How little of two regions overlaps, measured so that a small region counts as much as a large one:
/// for pictures in which most places belong to nothing (Milletari and others 2016).
///
/// With `p` marked and `t` true, an example loses
/// `1 - (2 Σ p t + smoothing) / (Σ p + Σ t + smoothing + 10⁻⁷)`, the sums over all its places.
///
/// - output: logits `[batch, ..., classes]`, the numbers before sigmoid, or probabilities
/// - target: truth values, or numbers from 0 to 1, of the same shape
/// - each: `[batch]`, or `[batch, classes]`
///
/// @param probabilities whether outputs are probabilities instead of logits
/// @param perClass whether each class has a loss of its own, so that small ones count as much as
///     large ones
/// @param smoothing is added above and below the line
public record Dice(boolean probabilities, boolean perClass, double smoothing) implements Loss {
    /// Checks the number.
    public Dice {
        Numbers.notNegative("dice", "smoothing", smoothing);
    }

    /// Returns this loss for networks that end with sigmoid or softmax already.
    public Dice fromProbabilities() {
        return new Dice(true, perClass, smoothing);
    }

    /// Returns this loss with one number for each class along the last axis.
    public Dice eachClass() {
        return new Dice(probabilities, true, smoothing);
    }

    /// Returns this loss with `smoothing` added above and below the line. With 1, an example without
    /// anything to mark loses nothing if nothing is marked; with 0 it loses 1 in any case.
    public Dice smoothing(double smoothing) {
        return new Dice(probabilities, perClass, smoothing);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var overlap = Overlap.of(this, output, target, probabilities, perClass);
        var both = overlap.marked().add(overlap.truth()).add(smoothing + Overlap.SMALLEST);
        return overlap.common().mul(2).add(smoothing).div(both).rsub(1);
    }

    @Override
    public String toString() {
        return "dice()"
                + (probabilities ? ".fromProbabilities()" : "")
                + (perClass ? ".eachClass()" : "")
                + (smoothing > 0 ? ".smoothing(" + smoothing + ")" : "");
    }
}
