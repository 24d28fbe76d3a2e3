package dev.gradus.nn.regularizer;

import dev.gradus.tensor.Tensor;

/// The prices [L1] and [L2] together, also called the elastic net (Zou and Hastie 2005):
/// `l1 Σ |weight| + l2 Σ weight²`.
///
/// @param l1 the price on weights that are not 0
/// @param l2 the price on large weights
public record L1L2(double l1, double l2) implements Regularizer {
    /// Checks the prices.
    public L1L2 {
        Price.check("l1l2", l1);
        Price.check("l1l2", l2);
    }

    @Override
    public Tensor penalty(Tensor weight) {
        return new L1(l1).penalty(weight).add(new L2(l2).penalty(weight));
    }

    @Override
    public String toString() {
        return "l1l2(" + l1 + ", " + l2 + ")";
    }
}
