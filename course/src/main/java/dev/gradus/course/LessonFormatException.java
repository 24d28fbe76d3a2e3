package dev.gradus.course;

import java.util.List;

/// Says what is not as it should be in the files of lessons: all of it, each with its place.
public final class LessonFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// One thing that is not as it should be.
    ///
    /// @param file where
    /// @param line the line, from 1, or 0 when it is about the whole file
    /// @param message what is wrong and what to do
    public record Problem(String file, int line, String message) implements java.io.Serializable {
        @Override
        public String toString() {
            return line == 0
                    ? "%s: %s".formatted(file, message)
                    : "%s:%d: %s".formatted(file, line, message);
        }
    }

    private final List<Problem> problems;

    LessonFormatException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /// Returns everything that was found.
    public List<Problem> problems() {
        return problems;
    }
}
