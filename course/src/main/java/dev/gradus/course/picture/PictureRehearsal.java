package dev.gradus.course.picture;

import dev.gradus.course.Lesson;
import dev.gradus.course.LessonPicture;
import dev.gradus.course.check.Mishap;
import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tries the picture of a lesson before a learner does: with the solution it must answer what the lines
/// `// asks:` at its top say, and these must name every question that `picture.js` asks.
public final class PictureRehearsal {
    private static final Pattern ASKS =
            Pattern.compile("// +asks: +([\\w-]+)(?: +(\\{.*\\}))?( +finite: no)? *");
    private static final Pattern ASKED = Pattern.compile("\\bask\\(\\s*'([\\w-]+)'");

    private final Lesson lesson;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();

    private PictureRehearsal(Lesson lesson) {
        this.lesson = lesson;
    }

    /// Returns what is not as it should be, in sentences; nothing when the picture is ready, or when the
    /// lesson has none.
    ///
    /// @param folder where its classes go
    /// @throws IOException if files cannot be written
    public static List<String> of(Lesson lesson, Path folder) throws IOException {
        var rehearsal = new PictureRehearsal(lesson);
        if (lesson.picture().isPresent()) {
            rehearsal.compile(lesson.picture().get(), folder);
            rehearsal.compare(lesson.drawing().orElse(""));
        }
        return rehearsal.problems;
    }

    private void compile(String source, Path folder) throws IOException {
        try {
            var classes = PictureProgram.compile(lesson, lesson.solution(), folder);
            var place = new URL[] {classes.toUri().toURL()};
            try (var loader = new URLClassLoader(place, PictureRehearsal.class.getClassLoader())) {
                var constructor = loader.loadClass("Picture").getDeclaredConstructor();
                constructor.setAccessible(true);
                ask(source, (LessonPicture) constructor.newInstance());
            }
        } catch (PictureException | ReflectiveOperationException e) {
            complain("does not compile or cannot be made: " + e.getMessage());
        }
    }

    private void ask(String source, LessonPicture picture) {
        source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("// asks:"))
                .forEach(line -> {
                    var asks = ASKS.matcher(line);
                    if (asks.matches()) {
                        var inputs = asks.group(2) == null ? "{}" : asks.group(2);
                        ask(picture, asks.group(1), inputs, asks.group(3) == null);
                    } else {
                        complain(
                                "'%s' should be // asks: question {\"name\": value}, with finite: no at its end where that is so"
                                        .formatted(line));
                    }
                });
        if (answered.isEmpty()) {
            complain("has no line // asks: question {\"name\": value} at its top");
        }
    }

    private void ask(LessonPicture picture, String question, String inputs, boolean mustBeFinite) {
        answered.add(question);
        try {
            var answer =
                    PictureData.written(
                            picture.answer(question, PictureData.inputs(Json.read(inputs))));
            if (mustBeFinite && !PictureData.isFinite(answer)) {
                complain(
                        "answers to %s %s with a number that is not finite: %s"
                                .formatted(question, inputs, answer));
            }
        } catch (JsonException e) {
            complain("asks %s %s: %s".formatted(question, inputs, e.getMessage()));
        } catch (RuntimeException | Error e) {
            complain("fails at %s %s: %s".formatted(question, inputs, Mishap.of(e).message()));
        }
    }

    private void compare(String drawing) {
        var asked = ASKED.matcher(drawing);
        while (asked.find()) {
            if (answered.add(asked.group(1))) {
                complain(
                        "is asked %s by picture.js: add a line // asks: %1$s {\"name\": value}"
                                .formatted(asked.group(1)));
            }
        }
        if (!drawing.contains("export default function")) {
            complain("needs a picture.js with an export default function picture(root, kit)");
        }
    }

    private void complain(String message) {
        problems.add("%s: Picture.java %s".formatted(lesson.folder(), message));
    }
}
