package dev.gradus.nn.regularizer;

import dev.gradus.tensor.Tensor;

/// A price on weights that are not 0, so that many become small enough to be left out:
/// `strength Σ |weight|` (Tibshirani 1996).
///
/// @param strength the price
public record L1(double strength) implements Regularizer {
    /// Checks the price.
    public L1 {
        Price.check("l1", strength);
    }

    @Override
    public Tensor penalty(Tensor weight) {
        return weight.abs().sum().mul(strength);
    }

    @Override
    public String toString() {
        return "l1(" + strength + ")";
    }
}
