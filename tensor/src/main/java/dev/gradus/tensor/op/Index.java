package dev.gradus.tensor.op;

/// Operations that look numbers up by whole-number indices.
public sealed interface Index extends Op {
    /// Takes slices along `axis`: `x` of shape `[before..., size, after...]` and indices of shape
    /// `[indices...]` give `[before..., indices..., after...]`.
    record Gather(int axis) implements Index {}

    /// The gradient of [Gather]: adds each slice of the second input to the place along `axis` that the
    /// first input (the indices) names, in a tensor of zeros with `size` places there.
    record ScatterAdd(int axis, int size) implements Index {}
}
