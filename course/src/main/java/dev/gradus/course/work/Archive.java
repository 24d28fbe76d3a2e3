package dev.gradus.course.work;

import dev.gradus.course.Course;
import dev.gradus.io.AtomicFile;
import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import dev.gradus.train.record.RunsArchive;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// All of a learner's work as one file: programs and their versions, progress, and the runs.
///
/// It is a zip file. `gradus.json` holds the notebook, `programs/1.1.java` is the present program of lesson 1.1,
/// and `runs/` holds recorded runs. Taking one over adds to what is there and overwrites nothing.
///
/// @param classroom whose work it is
/// @param runs where the runs are, if they belong to it
public record Archive(Classroom classroom, Optional<RunsDirectory> runs) {
    private static final String NOTEBOOK = "gradus.json";
    private static final String PROGRAMS = "programs/";
    private static final long MOST_NOTEBOOK_BYTES = 256L << 20;
    private static final long MOST_PROGRAM_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final int MOST_PROGRAMS = 10_000;

    /// What was written or taken over.
    ///
    /// @param lessons how many lessons there were
    /// @param programs how many programs
    /// @param aside names of lessons that had another program here, which stayed; the other one is among its
    ///     versions
    /// @param runs how many runs
    public record Summary(int lessons, int programs, List<String> aside, int runs) {
        /// Copies the list.
        public Summary {
            aside = List.copyOf(aside);
        }
    }

    /// Writes everything into a file, which is there wholly or not at all.
    ///
    /// @throws IOException if something cannot be read or written
    public Summary write(Path file) throws IOException {
        var summary = new ArrayList<Summary>();
        AtomicFile.write(file, out -> summary.add(write(out)));
        return summary.getFirst();
    }

    /// Writes everything as a zip file.
    ///
    /// @throws IOException if something cannot be read or written
    public Summary write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        var content = classroom.workspace().content();
        put(zip, NOTEBOOK, Json.write(content.data()));
        var programs = 0;
        for (var lesson : classroom.course().lessons()) {
            var program = classroom.workspace().file(lesson);
            if (Files.isRegularFile(program)) {
                put(zip, PROGRAMS + lesson.number() + ".java", Files.readString(program));
                programs++;
            }
        }
        var count = runs.isPresent() ? new RunsArchive(runs.get()).write(zip) : 0;
        zip.finish();
        return new Summary(content.lessons(), programs, List.of(), count);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// Takes over what a file holds.
    ///
    /// @throws IOException if it is no such file, or something cannot be read or written; the message says what
    ///     is wrong with it
    public Summary read(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES || zip.getEntry(NOTEBOOK) == null) {
                throw new IOException(
                        "%s is not a file of work that Gradus exported: it holds no %s"
                                .formatted(file.getFileName(), NOTEBOOK));
            }
            var content = NotebookContent.of(Json.read(text(zip, NOTEBOOK, MOST_NOTEBOOK_BYTES)));
            var programs = programs(zip);
            var runCount = runs.isPresent() ? new RunsArchive(runs.get()).read(zip) : 0;
            classroom.workspace().take(content);
            return take(content, programs, runCount);
        } catch (ZipException | JsonException | IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a file of work that Gradus exported: %s"
                            .formatted(file.getFileName(), e.getMessage()),
                    e);
        }
    }

    private static Map<String, String> programs(ZipFile zip) throws IOException {
        var programs = new java.util.TreeMap<String, String>();
        for (var entry : zip.stream().filter(it -> it.getName().startsWith(PROGRAMS)).toList()) {
            var name = entry.getName().substring(PROGRAMS.length());
            if (!name.matches("[0-9]{1,3}\\.[0-9]{1,3}\\.java")
                    || programs.size() == MOST_PROGRAMS) {
                throw new IOException("it holds a program of no lesson");
            }
            programs.put(
                    name.substring(0, name.length() - ".java".length()),
                    text(zip, entry.getName(), MOST_PROGRAM_BYTES));
        }
        return programs;
    }

    private Summary take(NotebookContent content, Map<String, String> programs, int runCount)
            throws IOException {
        var aside = new ArrayList<String>();
        var taken = 0;
        for (var program : programs.entrySet()) {
            var lesson = classroom.course().lesson(program.getKey());
            if (lesson.isPresent()) {
                var isAside = !classroom.workspace().take(lesson.get(), program.getValue());
                if (isAside) {
                    aside.add(lesson.get().number());
                } else {
                    taken++;
                }
            }
        }
        return new Summary(content.lessons(), taken, aside, runCount);
    }

    private static String text(ZipFile zip, String name, long most) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            var bytes = in.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw new IOException("%s in it is larger than %d MB".formatted(name, most >> 20));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /// Returns the archive of whoever works here, with the runs of this user.
    public static Archive of(Workspace workspace) {
        return new Archive(new Classroom(Course.bundled(), workspace), RunsDirectory.ofUser());
    }
}
