package dev.gradus.tensor.op;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;

/// Operations on small windows that slide over the spatial axes of `[batch, spatial..., channels]`.
public sealed interface Window extends Op {
    /// Makes one number of each window.
    record Pool(Kind kind, Geometry geometry) implements Window {}

    /// The gradient of a [Pool] of sums: each number of the input is added to every place of its window
    /// in a tensor of shape `input`.
    record Spread(Geometry geometry, Shape input) implements Window {}

    /// What is made of a window.
    enum Kind {
        /// The largest number; padding never wins.
        MAX,
        /// The sum; padding counts as 0.
        SUM,
        /// Where the largest number stands, counted through the whole input; the first one of equals.
        ARGMAX
    }

    /// Size, step and padding of the window along each spatial axis.
    record Geometry(Ints size, Ints stride, Ints padLow, Ints padHigh) {}
}
