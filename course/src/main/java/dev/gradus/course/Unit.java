package dev.gradus.course;

import java.util.List;

/// Lessons that belong together.
///
/// @param number such as `U1`
/// @param title its title
/// @param about what it is about, in a sentence or two
/// @param lessons its lessons, in order
public record Unit(String number, String title, String about, List<Lesson> lessons) {
    /// Copies the list.
    public Unit {
        lessons = List.copyOf(lessons);
    }
}
