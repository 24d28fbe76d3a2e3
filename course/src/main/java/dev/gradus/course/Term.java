package dev.gradus.course;

/// A word that a lesson explains.
///
/// @param name the word
/// @param meaning what it means, in one sentence
public record Term(String name, String meaning) {}
