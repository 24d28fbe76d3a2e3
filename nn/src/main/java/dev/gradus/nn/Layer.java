package dev.gradus.nn;

import dev.gradus.tensor.Tensor;

/// One step of a network: a formula from numbers to numbers, with the parameters it needs.
///
/// A layer of one's own is a record. Its components are its parameters, sub-layers and
/// configuration; they are found and named by themselves ([Parameters]), and `apply` is the
/// formula:
///
/// ```java
/// record Gated(Dense gate, Dense value) implements Layer {
///     public Tensor apply(Tensor x) {
///         return gate.apply(x).sigmoid().mul(value.apply(x));
///     }
/// }
/// ```
///
/// A layer that behaves differently in training writes down both ways with [Tensor#byMode]; there
/// is no switch to forget.
@FunctionalInterface
public interface Layer {
    /// Returns the output for a batch `x`, whose first axis counts the examples.
    Tensor apply(Tensor x);
}
