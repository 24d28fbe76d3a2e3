package dev.gradus.course.work;

import java.time.Instant;

/// A program as it once was.
///
/// @param number counted from 1 within its lesson
/// @param kept when it was kept
/// @param source the whole program
public record Version(int number, Instant kept, String source) {}
