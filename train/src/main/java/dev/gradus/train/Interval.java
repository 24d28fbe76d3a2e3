package dev.gradus.train;

/// Where a figure probably lies.
///
/// @param low its lower end
/// @param high its upper end
public record Interval(double low, double high) {}
