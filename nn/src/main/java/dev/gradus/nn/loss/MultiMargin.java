package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Asks of the right class to be ahead of each other one by a margin (Weston and Watkins 1999).
///
/// With `c` the right class, an example with scores `x` loses
/// `Σ max(0, margin - x[c] + x[i])^power / classes` over the other classes `i`.
///
/// - output: scores `[batch, ..., classes]`
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`, or distributions in floating
///   point, `[batch, ..., classes]`
/// - each: `[batch, ...]`
///
/// @param margin how far ahead is far enough
/// @param power 1, or 2 to be harder on large mistakes
public record MultiMargin(double margin, int power) implements Loss {
    /// Checks the numbers.
    public MultiMargin {
        Numbers.positive("multiMargin", "margin", margin);
        if (power != 1 && power != 2) {
            throw new IllegalArgumentException(
                    "multiMargin was given the power %d: use 1 or 2".formatted(power));
        }
    }

    /// Returns this loss with another margin.
    public MultiMargin margin(double margin) {
        return new MultiMargin(margin, power);
    }

    /// Returns this loss with the square of each shortfall.
    public MultiMargin squared() {
        return new MultiMargin(margin, 2);
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Classes.shares("multiMargin", output, target);
        var right = truth.mul(output).sum(-1).unsqueeze(-1);
        var shortfall = output.sub(right).add(margin).relu().mul(truth.rsub(1));
        var counted = power == 2 ? shortfall.square() : shortfall;
        return counted.sum(-1).div(output.size(-1));
    }

    @Override
    public String toString() {
        return "multiMargin()"
                + (margin == 1 ? "" : ".margin(" + margin + ")")
                + (power == 2 ? ".squared()" : "");
    }
}
