package dev.gradus.studio.path;

import dev.gradus.course.Lesson;
import dev.gradus.course.Unit;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The path as its page is told of it: units and lessons that are there, and what was done of them.
final class PathData {
    private final Classroom classroom;
    private final Progress progress;
    private final Map<String, Map<String, String>> notes;

    private PathData(Classroom classroom) throws IOException {
        this.classroom = classroom;
        progress = classroom.workspace().progress();
        notes = classroom.workspace().notes();
    }

    static Map<String, Object> of(Classroom classroom) throws IOException {
        var data = new PathData(classroom);
        var next = classroom.next();
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "path");
        words.put("side", Keepsake.SIDE);
        words.put("units", classroom.course().units().stream().map(data::unit).toList());
        words.put("next", next.map(Lesson::number).orElse(""));
        words.put("phase", next.map(data::phase).orElse(""));
        words.put("folder", Classroom.shown(classroom.workspace().folder()));
        return words;
    }

    private Map<String, Object> unit(Unit unit) {
        var words = new LinkedHashMap<String, Object>();
        words.put("number", unit.number());
        words.put("title", unit.title());
        words.put("about", unit.about());
        words.put("testOut", unit.testOutLesson().map(Lesson::number).orElse(""));
        words.put("lessons", unit.lessons().stream().map(this::lesson).toList());
        return words;
    }

    private Map<String, Object> lesson(Lesson lesson) {
        var words = new LinkedHashMap<String, Object>();
        words.put("number", lesson.number());
        words.put("title", lesson.title());
        words.put("goal", lesson.goal());
        words.put("minutes", lesson.minutes());
        words.put("state", state(lesson));
        words.put("phase", phase(lesson));
        words.put("terms", lesson.terms());
        Keepsake.among(notes.getOrDefault(lesson.number(), Map.of()))
                .ifPresent(it -> words.put("made", it.text()));
        words.put(
                "needs",
                lesson.needs().stream()
                        .flatMap(need -> classroom.course().lesson(need).stream())
                        .filter(need -> !Classroom.isDone(need, progress, notes))
                        .map(need -> need.number() + " " + need.title())
                        .toList());
        return words;
    }

    private String state(Lesson lesson) {
        var own = progress.of(lesson.number());
        if (own.passed().isPresent()) {
            return own.isSolutionShown() ? "seen" : "done";
        }
        if (Classroom.isTestedOut(lesson, notes)) {
            return "tested";
        }
        return progress.lessons().containsKey(lesson.number()) || !phase(lesson).isEmpty()
                ? "begun"
                : "open";
    }

    private String phase(Lesson lesson) {
        return notes.getOrDefault(lesson.number(), Map.of()).getOrDefault("phase", "");
    }
}
