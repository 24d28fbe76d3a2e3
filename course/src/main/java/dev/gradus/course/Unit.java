package dev.gradus.course;

import java.util.List;
import java.util.Optional;

/// Lessons that belong together.
///
/// @param number such as `U1`
/// @param title its title
/// @param about what it is about, in a sentence or two
/// @param testOut the number of the lesson whose exercise stands for the whole unit; empty for the last
/// @param lessons its lessons, in order
public record Unit(
        String number, String title, String about, String testOut, List<Lesson> lessons) {
    /// Copies the list.
    public Unit {
        lessons = List.copyOf(lessons);
    }

    /// Returns the lesson whose exercise stands for the whole unit: who passes it without its text may go on.
    public Optional<Lesson> testOutLesson() {
        return lessons.stream()
                .filter(lesson -> lesson.number().equals(testOut))
                .findFirst()
                .or(() -> lessons.isEmpty() ? Optional.empty() : Optional.of(lessons.getLast()));
    }
}
