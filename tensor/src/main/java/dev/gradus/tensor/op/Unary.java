package dev.gradus.tensor.op;

/// Operations on each number by itself.
public enum Unary implements Op {
    /// `-x`
    NEGATE,
    /// `e^x`
    EXP,
    /// The natural logarithm.
    LOG,
    /// The square root.
    SQRT,
    /// `1 / x`
    RECIPROCAL,
    /// The sine of an angle in radians.
    SIN,
    /// The hyperbolic tangent.
    TANH,
    /// `1 / (1 + e^-x)`, the logistic function.
    SIGMOID,
    /// The error function `2/√π ∫₀ˣ e^(-t²) dt`.
    ERF,
    /// The largest whole number not above `x`.
    FLOOR,
    /// True where `x` is false.
    NOT
}
