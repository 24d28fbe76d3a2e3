package dev.gradus.train.metric;

/// A probability from which examples are called so, and what comes of it.
///
/// @param threshold the smallest score that is called so; infinite where none is
/// @param figure what was asked for: the cost, or the figure that is best
/// @param tally who is called so, rightly and wrongly
public record BestThreshold(double threshold, double figure, Tally tally) {}
