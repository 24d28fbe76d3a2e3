package dev.gradus.tensor.op;

import dev.gradus.tensor.DType;

/// Turns each number into another type. Fractions are cut off towards zero; `bool` is `x != 0`.
public record Cast(DType type) implements Op {}
