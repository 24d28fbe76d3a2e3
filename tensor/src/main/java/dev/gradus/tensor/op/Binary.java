package dev.gradus.tensor.op;

/// Operations on pairs of numbers from two tensors of the same shape.
public enum Binary implements Op {
    /// `a + b`
    ADD,
    /// `a - b`
    SUBTRACT,
    /// `a × b`
    MULTIPLY,
    /// `a / b`; for whole numbers the quotient rounded down.
    DIVIDE,
    /// The larger of the two; not a number if either is not.
    MAX,
    /// The smaller of the two; not a number if either is not.
    MIN,
    /// `a` to the power `b`.
    POWER,
    /// The remainder of `a / b`, with the sign of `b`.
    MODULO,
    /// True where `a < b`.
    LESS,
    /// True where `a = b`.
    EQUAL,
    /// True where both are true.
    AND,
    /// True where at least one is true.
    OR;

    /// Returns whether the result is true or false rather than a number.
    public boolean isComparison() {
        return this == LESS || this == EQUAL;
    }

    /// Returns whether the operands are true or false rather than numbers.
    public boolean isLogical() {
        return this == AND || this == OR;
    }
}
