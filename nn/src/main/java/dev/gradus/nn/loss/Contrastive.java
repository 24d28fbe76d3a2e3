package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Draws pairs that belong together towards each other, and pushes others apart until they are `margin`
/// away (Hadsell and others 2006).
///
/// With the Euclidean distance `d` a pair loses `d² / 2` if it belongs together, else
/// `max(0, margin - d)² / 2`.
///
/// @param margin how far apart is far enough
public record Contrastive(double margin) {
    /// Checks the number.
    public Contrastive {
        Numbers.positive("contrastive", "margin", margin);
    }

    /// Returns this loss with another margin.
    public Contrastive margin(double margin) {
        return new Contrastive(margin);
    }

    /// Returns the loss of each pair: `[batch, ...]`.
    ///
    /// @param first vectors `[batch, ..., features]`
    /// @param second vectors of the same shape
    /// @param together truth values, or numbers of which those above 0 mean yes, `[batch, ...]`
    public Tensor each(Tensor first, Tensor second, Tensor together) {
        Vectors.checkAlike("contrastive", first, second);
        var distance = Vectors.distance(first, second);
        return Signs.of(this, distance, together)
                .greater(0)
                .where(distance.square(), distance.rsub(margin).relu().square())
                .mul(0.5);
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor first, Tensor second, Tensor together) {
        return each(first, second, together).mean();
    }

    @Override
    public String toString() {
        return "contrastive()" + (margin == 1 ? "" : ".margin(" + margin + ")");
    }
}
