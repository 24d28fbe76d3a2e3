package dev.gradus.studio.lesson;

import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.LessonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A lesson's file that was handed in, by hand or in a link: it is shown first, and taken over when the learner
/// says so.
final class LessonOffer {
    private final Classroom classroom;
    private final StringBuilder parts = new StringBuilder();
    private Optional<LessonFile> offered = Optional.empty();

    LessonOffer(Classroom classroom) {
        this.classroom = classroom;
    }

    /// Takes in the next part; what is longer than any file may be is not kept.
    void add(String part) {
        var room = LessonFile.MOST_CHARACTERS + 1 - parts.length();
        parts.append(part, 0, Math.min(part.length(), room));
    }

    /// Returns what the file holds, or what is wrong with it.
    Map<String, Object> look() throws IOException {
        var text = parts.toString();
        parts.setLength(0);
        parts.trimToSize();
        offered = Optional.empty();
        try {
            var file = LessonFile.of(text);
            var lesson = file.in(classroom);
            var place = classroom.workspace().file(lesson);
            var present = Files.exists(place) ? Files.readString(place) : lesson.starter();
            offered = Optional.of(file);
            var words = new LinkedHashMap<String, Object>();
            words.put("is", "offered");
            words.put("lesson", lesson.number());
            words.put("title", lesson.title());
            words.put("program", file.program());
            words.put("versions", file.versions().size());
            words.put("answers", file.answers().size());
            words.put("picture", file.picture());
            words.put("isPresent", present.equals(file.program()));
            return words;
        } catch (IllegalArgumentException e) {
            return Map.of("is", "refused", "why", String.valueOf(e.getMessage()));
        }
    }

    /// Takes over the file that was looked at last.
    ///
    /// @throws IllegalArgumentException if there is none
    Map<String, Object> take() throws IOException {
        var file = offered.orElseThrow(() -> new IllegalArgumentException("no file was looked at"));
        offered = Optional.empty();
        var isOther = file.take(classroom);
        return Map.of(
                "is", "taken", "lesson", file.lesson(), "picture", file.picture(), "kept", isOther);
    }
}
