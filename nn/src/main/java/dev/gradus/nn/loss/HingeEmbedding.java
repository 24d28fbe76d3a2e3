package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Makes distances that were measured already small for pairs that belong together, and at least
/// `margin` for those that do not.
///
/// A distance `x` loses `x` if the answer is yes and `max(0, margin - x)` if it is no.
///
/// - output: distances `[batch, ...]`
/// - target: truth values, or numbers of which those above 0 mean yes, of the same shape
/// - each: the same shape
///
/// @param margin how far apart is far enough
public record HingeEmbedding(double margin) implements Loss {
    /// Checks the number.
    public HingeEmbedding {
        Numbers.notNegative("hingeEmbedding", "margin", margin);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var together = Signs.of(this, output, target).greater(0);
        return together.where(output, output.rsub(margin).relu());
    }

    @Override
    public String toString() {
        return "hingeEmbedding(" + margin + ")";
    }
}
