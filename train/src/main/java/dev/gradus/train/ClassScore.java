package dev.gradus.train;

/// How well one class is recognised.
///
/// @param name the class
/// @param precision of the examples called so, the share that are
/// @param recall of the examples that are, the share called so
/// @param f1 both in one number, their harmonic mean
/// @param support how many examples there are of this class
public record ClassScore(String name, double precision, double recall, double f1, int support) {}
