package dev.gradus.course.work;

import dev.gradus.course.Lesson;
import dev.gradus.io.AtomicFile;
import dev.gradus.io.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The folder in which a learner works: a program for each lesson that was started, and a notebook with the
/// progress and every version that was checked.
///
/// Nothing a learner has written is ever lost: whatever replaces a program keeps it first.
public final class Workspace {
    /// What the folder is called where nobody says otherwise.
    public static final String NAME = "my-lessons";

    /// While somebody types, a version is kept about this often.
    private static final Duration BETWEEN_VERSIONS = Duration.ofMinutes(1);

    /// The note that says which program came in a file.
    private static final String OPENED = "opened";

    private final Path folder;
    private final Notebook notebook;

    /// A workspace in this folder, which is made when something is written.
    public Workspace(Path folder) {
        this.folder = folder;
        notebook = new Notebook(folder);
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

    /// Writes the learner's program, as an editor does that saves by itself. What it replaces is kept if no
    /// version has been for a minute.
    ///
    /// @throws IOException if it cannot be written
    public void save(Lesson lesson, String source) throws IOException {
        if (Files.exists(file(lesson))) {
            var newest = notebook.newest(lesson.number());
            if (newest.filter(version -> !isOld(version)).isEmpty()) {
                keep(lesson);
            }
        }
        write(file(lesson), source);
    }

    private static boolean isOld(Version version) {
        return version.kept().plus(BETWEEN_VERSIONS).isBefore(Instant.now());
    }

    /// Keeps the program as it is now.
    ///
    /// @throws IOException if it cannot be read or written
    public void keep(Lesson lesson) throws IOException {
        keep(lesson, Files.readString(file(lesson)));
    }

    /// Keeps a program that is not the present one, such as what was typed while another editor saved.
    ///
    /// @throws IOException if it cannot be written
    public void keep(Lesson lesson, String source) throws IOException {
        notebook.keep(lesson.number(), source, Instant.now());
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
            if (!version.source().equals(now)) {
                return Optional.of(version.source());
            }
        }
        return now.isEmpty() || now.equals(lesson.starter())
                ? Optional.empty()
                : Optional.of(lesson.starter());
    }

    /// Returns all versions that are kept, the oldest first.
    ///
    /// @throws IOException if the notebook cannot be read
    public List<Version> versions(Lesson lesson) throws IOException {
        return notebook.versions(lesson.number());
    }

    /// Puts a version back; what it replaces is kept.
    ///
    /// @throws IllegalArgumentException if there is no version of this number
    /// @throws IOException if it cannot be read or written
    public void restore(Lesson lesson, int number) throws IOException {
        var version =
                versions(lesson).stream()
                        .filter(it -> it.number() == number)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "lesson %s has no version %d"
                                                .formatted(lesson.number(), number)));
        if (Files.exists(file(lesson))) {
            keep(lesson);
        }
        write(file(lesson), version.source());
    }

    /// Returns what was noted down about a lesson, by name: answers to its questions, the part where the
    /// learner stopped.
    ///
    /// @throws IOException if the notebook cannot be read
    public Map<String, String> notes(Lesson lesson) throws IOException {
        return notebook.notes(lesson.number());
    }

    /// Returns everything that was noted down, by the numbers of lessons.
    ///
    /// @throws IOException if the notebook cannot be read
    public Map<String, Map<String, String>> notes() throws IOException {
        return notebook.notes();
    }

    /// Notes something down about a lesson; it takes the place of what stood under this name.
    ///
    /// @throws IOException if the notebook cannot be written
    public void note(Lesson lesson, String name, String text) throws IOException {
        notebook.note(lesson.number(), name, text);
    }

    /// Returns how far the learner has come.
    ///
    /// @throws IOException if the notebook cannot be read
    public Progress progress() throws IOException {
        return notebook.progress();
    }

    /// Changes what is noted about a lesson.
    ///
    /// @throws IOException if the notebook cannot be written
    void change(Lesson lesson, UnaryOperator<LessonProgress> change) throws IOException {
        notebook.change(lesson.number(), change);
    }

    /// Returns everything that is written down.
    NotebookContent content() throws IOException {
        return notebook.content();
    }

    /// Adds what was written down elsewhere.
    void take(NotebookContent other) throws IOException {
        notebook.take(other);
    }

    /// Takes a program over that was written elsewhere. If there is another one here, that stays, and the new
    /// one is kept among its versions.
    ///
    /// @return whether it is the learner's program now
    boolean take(Lesson lesson, String source) throws IOException {
        if (!Files.exists(file(lesson))) {
            write(file(lesson), source);
            return true;
        }
        if (Files.readString(file(lesson)).equals(source)) {
            return true;
        }
        keep(lesson, source);
        return false;
    }

    /// Puts a program there that came in a file or a link, and notes down that nobody has looked at it here.
    void open(Lesson lesson, String source) throws IOException {
        note(lesson, OPENED, Sha256.of(source));
        write(file(lesson), source);
    }

    /// Returns whether a program came in a file or a link and has not been changed since: it is not run before
    /// the learner says so.
    ///
    /// @throws IOException if the notebook cannot be read
    public boolean isOpened(Lesson lesson, String source) throws IOException {
        return Sha256.of(source).equals(notes(lesson).get(OPENED));
    }

    /// The learner has said that this program shall run.
    void release(Lesson lesson, String source) throws IOException {
        if (isOpened(lesson, source)) {
            note(lesson, OPENED, "");
        }
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
