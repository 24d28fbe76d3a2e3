package dev.gradus.course.work;

import dev.gradus.course.Words;
import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A lesson's file as text. Whoever wrote it: every part is looked at before any is used.
final class LessonFileText {
    private static final String KIND = "gradus-lesson";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}");
    private static final int MOST_ANSWERS = 50;
    private static final int MOST_ANSWER = 40;

    /// Characters that nobody sees, some of which make a line look like another one.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t\\f]]");

    private LessonFileText() {}

    static String write(LessonFile file) {
        var data = new LinkedHashMap<String, Object>();
        data.put("kind", KIND);
        data.put("version", 1);
        data.put("lesson", file.lesson());
        data.put("program", file.program());
        data.put("answers", file.answers());
        data.put("picture", file.picture());
        data.put(
                "versions",
                file.versions().stream()
                        .map(it -> Map.of("kept", it.kept().toString(), "source", it.source()))
                        .toList());
        return Json.write(data);
    }

    static LessonFile read(String text) {
        require(
                text.length() <= LessonFile.MOST_CHARACTERS,
                "lesson.file.large",
                LessonFile.MOST_CHARACTERS);
        try {
            return file(Json.read(text));
        } catch (JsonException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(Words.say("lesson.file.other"), e);
        }
    }

    private static LessonFile file(Map<String, Object> data) {
        require(KIND.equals(data.get("kind")), "lesson.file.other");
        require(Long.valueOf(1).equals(data.get("version")), "lesson.file.newer");
        var lesson = text(data, "lesson", 10);
        require(NUMBER.matcher(lesson).matches(), "lesson.file.damaged", "lesson");
        return new LessonFile(
                lesson,
                program(data, "program"),
                versions(data.getOrDefault("versions", List.of())),
                answers(map(data.getOrDefault("answers", Map.of()), "answers")),
                PictureState.checked(map(data.getOrDefault("picture", Map.of()), "picture")));
    }

    private static List<Version> versions(Object value) {
        require(
                value instanceof List<?> list && list.size() <= LessonFile.MOST_VERSIONS,
                "lesson.file.damaged",
                "versions");
        var versions = new ArrayList<Version>();
        for (var item : (List<?>) value) {
            var facts = map(item, "versions");
            versions.add(
                    new Version(
                            versions.size() + 1,
                            // a database counts milliseconds: an instant beyond them is no instant
                            Instant.ofEpochMilli(
                                    Instant.parse(text(facts, "kept", 40)).toEpochMilli()),
                            program(facts, "source")));
        }
        return versions;
    }

    private static Map<String, String> answers(Map<?, ?> given) {
        require(given.size() <= MOST_ANSWERS, "lesson.file.damaged", "answers");
        var answers = new LinkedHashMap<String, String>();
        for (var name : given.keySet()) {
            require(String.valueOf(name).length() <= MOST_ANSWER, "lesson.file.damaged", "answers");
            answers.put(String.valueOf(name), text(given, String.valueOf(name), MOST_ANSWER));
        }
        return answers;
    }

    private static String program(Map<?, ?> data, String name) {
        var program = text(data, name, LessonFile.MOST_PROGRAM);
        require(!UNSEEN.matcher(program).find(), "lesson.file.unseen");
        return program;
    }

    private static String text(Map<?, ?> data, String name, int most) {
        if (data.get(name) instanceof String text && text.length() <= most) {
            return text;
        }
        throw new IllegalArgumentException(Words.say("lesson.file.damaged", name));
    }

    private static Map<?, ?> map(Object value, String name) {
        require(value instanceof Map<?, ?>, "lesson.file.damaged", name);
        return (Map<?, ?>) value;
    }

    private static void require(boolean holds, String otherwise, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(Words.say(otherwise, arguments));
        }
    }
}
