package dev.gradus.nn.regularizer;

import dev.gradus.tensor.Tensor;

/// A price on large weights, so that many small ones share the work: `strength Σ weight²` (Krogh
/// and Hertz 1991).
///
/// @param strength the price
public record L2(double strength) implements Regularizer {
    /// Checks the price.
    public L2 {
        Price.check("l2", strength);
    }

    @Override
    public Tensor penalty(Tensor weight) {
        return weight.square().sum().mul(strength);
    }

    @Override
    public String toString() {
        return "l2(" + strength + ")";
    }
}
