package dev.gradus.tensor.op;

import dev.gradus.tensor.Ints;

/// Makes one number of all numbers along some axes, which stay with size 1.
public record Reduce(Kind kind, Ints axes) implements Op {
    /// What is made of the numbers.
    public enum Kind {
        /// Their sum; 0 for none.
        SUM,
        /// The largest; an empty axis is refused.
        MAX,
        /// Their product; 1 for none.
        PRODUCT,
        /// The position of the largest along one axis, the first one when several are equal.
        ARGMAX
    }
}
