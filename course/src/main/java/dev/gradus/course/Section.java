package dev.gradus.course;

import java.util.Locale;

/// The parts of every lesson, in the order in which they are met.
public enum Section {
    /// One question before anything runs.
    PREDICT,
    /// The one idea of the lesson.
    IDEA,
    /// The picture of it.
    VISUAL,
    /// What to write.
    EXERCISE,
    /// What is checked, and how.
    CHECK,
    /// Why it works and what others write; shown after the check has passed.
    EXPLAIN;

    /// Returns the heading of the section in a lesson's file.
    public String heading() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
