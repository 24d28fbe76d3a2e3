package dev.gradus.course;

import dev.gradus.course.check.Verdict;

/// A typical wrong answer to an exercise, kept beside it so that the build can tell whether it is still
/// answered as it was meant to be.
///
/// @param name the name of its file
/// @param source the whole program
/// @param verdict what comes of it
/// @param message what must be said about it
public record WrongAnswer(String name, String source, Verdict verdict, String message) {}
