package dev.gradus.tensor.op;

/// Takes each number from the second input where the first is true, else from the third.
public record Select() implements Op {}
