package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Asks of two scores to be in the right order, with a margin between them.
///
/// Scores `a` and `b` lose `max(0, margin - y (a - b))`, where `y` is 1 if `a` should be higher and -1
/// if `b` should.
///
/// @param margin how far ahead is far enough
public record MarginRanking(double margin) {
    /// Checks the number.
    public MarginRanking {
        Numbers.notNegative("marginRanking", "margin", margin);
    }

    /// Returns this loss with another margin.
    public MarginRanking margin(double margin) {
        return new MarginRanking(margin);
    }

    /// Returns the loss of each pair: `[batch, ...]`.
    ///
    /// @param first scores `[batch, ...]`
    /// @param second scores of the same shape
    /// @param firstHigher whether the first should be higher: truth values, or numbers of which those
    ///     above 0 mean yes, of the same shape
    public Tensor each(Tensor first, Tensor second, Tensor firstHigher) {
        var ahead = first.sub(Pairs.matching(this, first, second));
        return Signs.of(this, first, firstHigher).mul(ahead).rsub(margin).relu();
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor first, Tensor second, Tensor firstHigher) {
        return each(first, second, firstHigher).mean();
    }

    @Override
    public String toString() {
        return "marginRanking()" + (margin == 0 ? "" : ".margin(" + margin + ")");
    }
}
