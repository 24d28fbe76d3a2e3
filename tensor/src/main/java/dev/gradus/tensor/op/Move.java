package dev.gradus.tensor.op;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;

/// Operations that only say where numbers stand. Most become views that cost nothing.
public sealed interface Move extends Op {
    /// The same numbers in the same order under another shape.
    record Reshape(Shape shape) implements Move {}

    /// The axes in another order: axis `i` of the result is axis `order[i]` of the input.
    record Permute(Ints order) implements Move {}

    /// Repeats axes of size 1 (and missing ones in front) up to the given shape.
    record Expand(Shape shape) implements Move {}

    /// Surrounds the numbers with `value`: `low[i]` before and `high[i]` after them along axis `i`.
    record Pad(Ints low, Ints high, double value) implements Move {}

    /// Every `step[i]`-th number from `start[i]` up to but not including `stop[i]` along axis `i`.
    record Slice(Ints start, Ints stop, Ints step) implements Move {}

    /// Reverses the order along the given axes.
    record Flip(Ints axes) implements Move {}

    /// Puts the inputs one after the other along an axis.
    record Concatenate(int axis) implements Move {}

    /// The first input, looked at only after the second has been computed. It keeps what follows apart
    /// from equal computations on the first input itself, so that they are done again, later.
    record After() implements Move {}
}
