package dev.gradus.nn.constraint;

import dev.gradus.tensor.Tensor;

/// Makes 0 of every weight below it, for quantities that can add up but never cancel:
/// `nonNegative()`.
public record NonNegative() implements Constraint {
    @Override
    public Tensor apply(Tensor weight) {
        return weight.maximum(0);
    }

    @Override
    public String toString() {
        return "nonNegative()";
    }
}
