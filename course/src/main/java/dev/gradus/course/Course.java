package dev.gradus.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All lessons, in order.
///
/// @param units its units
public record Course(List<Unit> units) {
    private static final String MARK = "lessons/course.md";

    /// Copies the list.
    public Course {
        units = List.copyOf(units);
    }

    /// Returns the course that comes with Gradus.
    public static Course bundled() {
        var mark = Course.class.getResource(MARK);
        if (mark == null) {
            throw new IllegalStateException(
                    "this build has no lessons: lessons/course.md was not packed into it");
        }
        try {
            var place = mark.toURI();
            if (!place.getScheme().equals("jar")) {
                return read(folderOf(Path.of(place)));
            }
            // jar:file:/gradus-course.jar!/dev/gradus/course/lessons/course.md
            var parts = place.getSchemeSpecificPart().split("!", 2);
            try (var jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
                return read(folderOf(jar.getPath(parts[1])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lessons cannot be read: " + e.getMessage(), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads the course in a folder of lessons.
    ///
    /// @throws IOException if a file cannot be read
    /// @throws LessonFormatException if a file is missing or not as it should be; it lists all of them
    public static Course read(Path folder) throws IOException {
        return CourseReader.read(folder);
    }

    /// Returns all lessons, in order.
    public List<Lesson> lessons() {
        return units.stream().flatMap(unit -> unit.lessons().stream()).toList();
    }

    /// Returns the lesson of this number or folder: `1.1`, `1.1-shapes`, and `shapes` are one.
    public Optional<Lesson> lesson(String name) {
        return lessons().stream()
                .filter(lesson ->
                        lesson.number().equals(name)
                                || lesson.folder().equals(name)
                                || lesson.folder().equals(lesson.number() + "-" + name))
                .findFirst();
    }

    private static Path folderOf(Path file) {
        var folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException(file + " lies in no folder");
        }
        return folder;
    }
}
