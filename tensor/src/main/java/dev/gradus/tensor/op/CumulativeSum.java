package dev.gradus.tensor.op;

/// Returns the running sum along an axis: each number becomes the sum of itself and all before it.
public record CumulativeSum(int axis) implements Op {}
