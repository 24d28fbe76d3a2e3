package dev.gradus.course.check;

/// In how many of its cases a check held.
///
/// @param held how many were as they should be
/// @param cases how many were tried
public record Tally(int held, int cases) {}
