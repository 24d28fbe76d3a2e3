package dev.gradus.course.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is written down about a learner's work: progress, notes and every version of every program. A lesson
/// is known by its number.
final class Notebook {
    private final Database database;

    Notebook(Path folder) {
        database =
                new Database(folder, ProgressTable.SCHEMA + NoteTable.SCHEMA + VersionTable.SCHEMA);
    }

    Progress progress() throws IOException {
        return database.read(Progress.NONE, ProgressTable::read);
    }

    /// Changes what is noted about a lesson, which becomes the latest.
    void change(String lesson, UnaryOperator<LessonProgress> change) throws IOException {
        database.change(connection -> {
            var now = change.apply(ProgressTable.read(connection).of(lesson));
            ProgressTable.write(connection, lesson, now);
            return now;
        });
    }

    /// Returns what was noted down about a lesson, by name.
    Map<String, String> notes(String lesson) throws IOException {
        return database.read(Map.<String, Map<String, String>>of(), NoteTable::read)
                .getOrDefault(lesson, Map.of());
    }

    /// Returns everything that was noted down, by lesson and name.
    Map<String, Map<String, String>> notes() throws IOException {
        return database.read(Map.of(), NoteTable::read);
    }

    void note(String lesson, String name, String text) throws IOException {
        database.change(connection -> {
            NoteTable.write(connection, lesson, name, text);
            return text;
        });
    }

    /// Returns all versions of a program, the oldest first.
    List<Version> versions(String lesson) throws IOException {
        return database.read(List.of(), connection -> VersionTable.read(connection, lesson));
    }

    /// Returns the newest version of a program, if there is any.
    Optional<Version> newest(String lesson) throws IOException {
        return database.read(
                Optional.<Version>empty(), connection -> VersionTable.newest(connection, lesson));
    }

    /// Keeps a program unless the newest version is the same.
    void keep(String lesson, String source, Instant now) throws IOException {
        database.change(connection -> {
            VersionTable.keep(connection, lesson, source, now);
            return source;
        });
    }

    /// Returns everything it holds.
    NotebookContent content() throws IOException {
        return database.read(
                NotebookContent.NONE,
                connection ->
                        new NotebookContent(
                                ProgressTable.read(connection),
                                NoteTable.read(connection),
                                VersionTable.read(connection)));
    }

    /// Adds what another notebook held: nothing that stands here is lost.
    void take(NotebookContent other) throws IOException {
        database.change(connection -> {
            var here = ProgressTable.read(connection);
            for (var lesson : other.progress().lessons().entrySet()) {
                var both = here.of(lesson.getKey()).and(lesson.getValue());
                ProgressTable.write(connection, lesson.getKey(), both);
            }
            NoteTable.take(connection, other.notes());
            for (var versions : other.versions().entrySet()) {
                VersionTable.take(connection, versions.getKey(), versions.getValue());
            }
            return other;
        });
    }
}
