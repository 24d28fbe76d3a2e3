package dev.gradus.nn.constraint;

import dev.gradus.tensor.Tensor;

/// What weights must hold to, whatever their gradients say: applied to their new values in each
/// step.
///
/// A constraint of one's own is a formula: `weight -> weight.clamp(-1, 1)`.
@FunctionalInterface
public interface Constraint {
    /// Returns the weights nearest to `weight`, or near it, that hold to it; of the same shape and
    /// type.
    Tensor apply(Tensor weight);
}
