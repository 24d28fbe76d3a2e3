package dev.gradus.studio.lesson;

import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The learner's program as the page shows it. Another editor may save it at any time: that is noticed, and
/// neither text is lost.
final class ProgramFile {
    private final Classroom classroom;
    private final Lesson lesson;
    private final Path file;

    /// What stood in the file when it was last read or written here; nothing while there is no file.
    private Optional<String> known = Optional.empty();

    ProgramFile(Classroom classroom, Lesson lesson) {
        this.classroom = classroom;
        this.lesson = lesson;
        file = classroom.workspace().file(lesson);
    }

    /// Returns the program, or the starter while there is none.
    String open() throws IOException {
        known = read();
        return known.orElse(lesson.starter());
    }

    /// Puts the starter there if there is nothing, so that another editor finds it.
    void start() throws IOException {
        if (classroom.start(lesson)) {
            known = read();
        }
    }

    /// Writes what was typed, unless another editor has saved something else: then both are kept, nothing is
    /// written, and that other text is returned.
    Optional<String> save(String text) throws IOException {
        var other = changedOutside();
        if (other.isPresent() && !other.get().equals(text)) {
            classroom.workspace().keep(lesson, text);
            return other;
        }
        write(text);
        return Optional.empty();
    }

    /// Writes what was typed; what it replaces is kept.
    void overwrite(String text) throws IOException {
        if (read().isPresent()) {
            classroom.workspace().keep(lesson);
        }
        write(text);
    }

    private void write(String text) throws IOException {
        if (known.isEmpty()) {
            classroom.start(lesson);
        }
        if (!known.equals(Optional.of(text))) {
            classroom.workspace().save(lesson, text);
        }
        known = Optional.of(text);
    }

    /// Returns what another editor has saved since, if it has: it is kept, and so is what it replaced.
    Optional<String> changedOutside() throws IOException {
        var now = read();
        // some editors take a file away for a moment while they save it
        if (now.isEmpty() || now.equals(known)) {
            return Optional.empty();
        }
        if (known.isPresent()) {
            classroom.workspace().keep(lesson, known.get());
        }
        classroom.workspace().keep(lesson, now.get());
        known = now;
        return now;
    }

    /// Puts a version back.
    ///
    /// @throws IllegalArgumentException if there is none of that number
    String restore(int number) throws IOException {
        classroom.workspace().restore(lesson, number);
        return open();
    }

    /// Puts the starter back; what it replaces is kept.
    String reset() throws IOException {
        classroom.workspace().restart(lesson);
        return open();
    }

    private Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException | MalformedInputException _) {
            // half a file is no program yet
            return Optional.empty();
        }
    }
}
