package dev.gradus.course.work;

import dev.gradus.course.check.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a notebook holds, to be carried elsewhere.
///
/// @param progress how far the learner has come
/// @param notes what was noted down, by lesson and name
/// @param versions versions of programs by lesson, the oldest first
record NotebookContent(
        Progress progress,
        Map<String, Map<String, String>> notes,
        Map<String, List<Version>> versions) {
    /// Nothing written yet.
    static final NotebookContent NONE = new NotebookContent(Progress.NONE, Map.of(), Map.of());

    private static final String FORMAT = "gradus-work";
    private static final String LESSON = "[0-9]{1,3}\\.[0-9]{1,3}";
    private static final int MOST_NAME = 100;
    private static final int MOST_NOTE = 10_000;

    /// Copies the maps.
    NotebookContent {
        notes = new LinkedHashMap<>(notes);
        versions = new LinkedHashMap<>(versions);
    }

    int lessons() {
        return progress.lessons().size();
    }

    /// Returns it as maps and lists.
    Map<String, Object> data() {
        var lessons = new LinkedHashMap<String, Object>();
        progress.lessons().forEach((number, lesson) -> lessons.put(number, data(lesson)));
        var programs = new LinkedHashMap<String, Object>();
        versions.forEach((lesson, all) ->
                programs.put(
                        lesson,
                        all.stream()
                                .map(it ->
                                        Map.of("kept", it.kept().toString(), "source", it.source()))
                                .toList()));
        var data = new LinkedHashMap<String, Object>();
        data.put("format", FORMAT);
        data.put("version", 1);
        data.put("progress", lessons);
        data.put("notes", notes);
        data.put("versions", programs);
        return data;
    }

    private static Map<String, Object> data(LessonProgress lesson) {
        var data = new LinkedHashMap<String, Object>();
        data.put("checks", lesson.checks());
        data.put("hints", lesson.hints());
        lesson.verdict().ifPresent(it -> data.put("verdict", it.name()));
        lesson.passed().ifPresent(it -> data.put("passed", it.toString()));
        data.put("isSolutionShown", lesson.isSolutionShown());
        return data;
    }

    /// Reads what [#data] wrote, which may have been changed by anybody since.
    ///
    /// @throws IllegalArgumentException if it is not of that form
    static NotebookContent of(Map<String, Object> data) {
        require(FORMAT.equals(data.get("format")), "its format is not " + FORMAT);
        require(Long.valueOf(1).equals(data.get("version")), "it was written by a newer Gradus");
        var progress = new LinkedHashMap<String, LessonProgress>();
        var notes = new LinkedHashMap<String, Map<String, String>>();
        var versions = new LinkedHashMap<String, List<Version>>();
        try {
            byLesson(data, "progress")
                    .forEach((lesson, value) -> progress.put(lesson, lessonProgress(map(value))));
            byLesson(data, "notes")
                    .forEach((lesson, value) -> notes.put(lesson, texts(map(value))));
            byLesson(data, "versions")
                    .forEach((lesson, value) -> versions.put(lesson, versions(value)));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("its notebook is damaged: " + e.getMessage(), e);
        }
        return new NotebookContent(new Progress(progress, ""), notes, versions);
    }

    private static Map<String, Object> byLesson(Map<String, Object> data, String name) {
        var byLesson = new LinkedHashMap<String, Object>();
        map(data.getOrDefault(name, Map.of()))
                .forEach((lesson, value) -> {
                    require(
                            String.valueOf(lesson).matches(LESSON),
                            "its notebook names no lessons");
                    byLesson.put(String.valueOf(lesson), value);
                });
        return byLesson;
    }

    private static LessonProgress lessonProgress(Map<?, ?> facts) {
        return new LessonProgress(
                count(facts, "checks"),
                count(facts, "hints"),
                text(facts, "verdict").map(Verdict::valueOf),
                text(facts, "passed").map(Instant::parse),
                Boolean.TRUE.equals(facts.get("isSolutionShown")));
    }

    private static Map<String, String> texts(Map<?, ?> notes) {
        var texts = new LinkedHashMap<String, String>();
        notes.forEach((name, value) -> {
            require(
                    value instanceof String text
                            && text.length() <= MOST_NOTE
                            && String.valueOf(name).length() <= MOST_NAME,
                    "its notebook has a note that is none");
            texts.put(String.valueOf(name), String.valueOf(value));
        });
        return texts;
    }

    private static List<Version> versions(Object value) {
        require(value instanceof List<?>, "its notebook has versions that are none");
        var versions = new ArrayList<Version>();
        for (var item : (List<?>) value) {
            var facts = map(item);
            var source = text(facts, "source");
            var kept = text(facts, "kept").map(Instant::parse);
            require(
                    source.isPresent() && kept.isPresent(),
                    "its notebook has a version without text");
            versions.add(new Version(versions.size() + 1, kept.get(), source.get()));
        }
        return versions;
    }

    private static Map<?, ?> map(Object value) {
        require(value instanceof Map<?, ?>, "its notebook is damaged");
        return (Map<?, ?>) value;
    }

    private static int count(Map<?, ?> facts, String name) {
        var count = facts.get(name) instanceof Long number ? Math.toIntExact(number) : 0;
        require(count >= 0, "its notebook has counts below zero");
        return count;
    }

    private static Optional<String> text(Map<?, ?> facts, String name) {
        return facts.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
