package dev.gradus.course.work;

import dev.gradus.course.Lesson;
import dev.gradus.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The folder in which a learner works: a program for each lesson that was started, every version of it
/// that was checked, and the progress.
///
/// Nothing a learner has written is ever lost: whatever replaces a program keeps it first.
public final class Workspace {
    /// What the folder is called where nobody says otherwise.
    public static final String NAME = "my-lessons";

    private static final String HISTORY = "history";

    private final Path folder;
    private final ProgressFile progress;

    /// A workspace in this folder, which is made when something is written.
    public Workspace(Path folder) {
        this.folder = folder;
        progress = new ProgressFile(folder);
    }

    /// Returns the workspace of whoever stands in this folder: the nearest one upwards, else a new one here.
    public static Workspace near(Path place) {
        for (var at = place.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (at.endsWith(NAME) && Files.isDirectory(at)) {
                return new Workspace(at);
            }
            if (Files.isDirectory(at.resolve(NAME))) {
                return new Workspace(at.resolve(NAME));
            }
        }
        return new Workspace(place.resolve(NAME));
    }

    /// Returns the folder.
    public Path folder() {
        return folder;
    }

    /// Returns the learner's program for a lesson, whether it is there or not.
    public Path file(Lesson lesson) {
        return folder.resolve(lesson.folder()).resolve("Exercise.java");
    }

    /// Puts the starter there, if there is nothing yet.
    ///
    /// @return whether it was put there now
    /// @throws IOException if it cannot be written
    public boolean start(Lesson lesson) throws IOException {
        if (Files.exists(file(lesson))) {
            return false;
        }
        write(file(lesson), lesson.starter());
        return true;
    }

    /// Puts the starter there again, and keeps what it replaces.
    ///
    /// @throws IOException if it cannot be written
    public void restart(Lesson lesson) throws IOException {
        if (Files.exists(file(lesson))) {
            keep(lesson);
        }
        write(file(lesson), lesson.starter());
    }

    /// Writes the learner's program, as an editor does that saves by itself.
    ///
    /// @throws IOException if it cannot be written
    public void save(Lesson lesson, String source) throws IOException {
        write(file(lesson), source);
    }

    /// Keeps the program as it is now.
    ///
    /// @throws IOException if it cannot be read or written
    public void keep(Lesson lesson) throws IOException {
        keep(lesson, Files.readString(file(lesson)));
    }

    void keep(Lesson lesson, String source) throws IOException {
        var versions = versions(lesson);
        if (versions.isEmpty() || !Files.readString(versions.getLast()).equals(source)) {
            var name = "%04d.java".formatted(versions.size() + 1);
            write(history(lesson).resolve(name), source);
        }
    }

    /// Puts the version back that was there before; doing so again brings the present one back.
    ///
    /// @return whether there was one
    /// @throws IOException if it cannot be read or written
    public boolean undo(Lesson lesson) throws IOException {
        var now = Files.exists(file(lesson)) ? Files.readString(file(lesson)) : "";
        var before = before(lesson, now);
        if (before.isPresent()) {
            keep(lesson);
            write(file(lesson), before.get());
            return true;
        }
        return false;
    }

    private Optional<String> before(Lesson lesson, String now) throws IOException {
        for (var version : versions(lesson).reversed()) {
            var source = Files.readString(version);
            if (!source.equals(now)) {
                return Optional.of(source);
            }
        }
        return now.isEmpty() || now.equals(lesson.starter())
                ? Optional.empty()
                : Optional.of(lesson.starter());
    }

    /// Returns all versions that are kept, the oldest first.
    ///
    /// @throws IOException if the folder cannot be read
    public List<Path> versions(Lesson lesson) throws IOException {
        if (!Files.isDirectory(history(lesson))) {
            return List.of();
        }
        try (var files = Files.list(history(lesson))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    /// Returns how far the learner has come.
    ///
    /// @throws IOException if the file cannot be read
    public Progress progress() throws IOException {
        return progress.read();
    }

    /// Changes what is noted about a lesson.
    ///
    /// @throws IOException if the file cannot be written
    void change(Lesson lesson, UnaryOperator<LessonProgress> change) throws IOException {
        progress.change(all -> all.with(lesson.number(), change.apply(all.of(lesson.number()))));
    }

    private Path history(Lesson lesson) {
        return folder.resolve(lesson.folder()).resolve(HISTORY);
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
