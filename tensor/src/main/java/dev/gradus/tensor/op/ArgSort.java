package dev.gradus.tensor.op;

/// Returns the positions of the first `count` numbers along `axis` in sorted order (`int64`).
///
/// Equal numbers keep their order. Not-a-number counts as the largest.
public record ArgSort(int axis, boolean descending, int count) implements Op {}
