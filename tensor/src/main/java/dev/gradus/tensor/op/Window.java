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

    /// The gradient of a [Pool] of largest numbers, from its input `x` and the gradient `up` of its
    /// result: in zeros of the shape of `x`, each number of `up` is added at the place of the first
    /// largest number of its window, where [Kind#ARGMAX] finds it.
    record MaxPoolGradient(Geometry geometry) implements Window {}

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
