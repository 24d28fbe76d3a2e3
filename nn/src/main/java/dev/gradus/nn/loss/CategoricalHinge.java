package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Asks of the right class to be ahead of every other by a margin of 1, and of nothing more (Crammer
/// and Singer 2001).
///
/// An example loses `max(0, 1 + highest other score - score of the right class)`, where the highest
/// other score counts as at least 0, as in Keras.
///
/// - output: scores `[batch, ..., classes]`
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`, or distributions in floating
///   point, `[batch, ..., classes]`
/// - each: `[batch, ...]`
public record CategoricalHinge() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Classes.shares("categoricalHinge", output, target);
        var right = truth.mul(output).sum(-1);
        var other = truth.rsub(1).mul(output).max(-1);
        return other.sub(right).add(1).relu();
    }

    @Override
    public String toString() {
        return "categoricalHinge()";
    }
}
