package dev.gradus.studio.lesson;

import dev.gradus.course.Lesson;
import dev.gradus.course.Section;
import dev.gradus.course.Unit;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.LessonFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A lesson as its page is told of it.
final class LessonData {
    /// The notes that are answers to questions begin with this.
    static final String ANSWER = LessonFile.ANSWER;

    /// The note that says in which part of a lesson the learner is.
    static final String PHASE = "phase";

    private final Classroom classroom;
    private final Lesson lesson;
    private final Glossary glossary;
    private final TextData text;

    LessonData(Classroom classroom, Lesson lesson) {
        this.classroom = classroom;
        this.lesson = lesson;
        glossary = new Glossary(classroom.course(), lesson);
        text = new TextData(glossary);
    }

    /// Returns everything that is shown before anything is done.
    ///
    /// @param program the learner's program
    Map<String, Object> of(String program, boolean isTest) throws IOException {
        var progress = classroom.workspace().progress();
        var notes = classroom.workspace().notes();
        var own = progress.of(lesson.number());
        var notesHere = notes.getOrDefault(lesson.number(), Map.of());
        var isOpen = Classroom.isDone(lesson, progress, notes) || own.isSolutionShown();
        var data = new LinkedHashMap<String, Object>();
        data.put("is", "lesson");
        data.put("number", lesson.number());
        data.put("title", lesson.title());
        data.put("minutes", lesson.minutes());
        data.put("goal", lesson.goal());
        data.put("unit", unit().map(unit -> unit.number() + " " + unit.title()).orElse(""));
        data.put(
                "needs",
                lesson.needs().stream()
                        .flatMap(need -> classroom.course().lesson(need).stream())
                        .map(need ->
                                Map.of(
                                        "number", need.number(),
                                        "title", need.title(),
                                        "done", Classroom.isDone(need, progress, notes)))
                        .toList());
        data.put("isTest", isTest);
        data.put("phase", notesHere.getOrDefault(PHASE, ""));
        data.put("answers", answers(notesHere));
        data.put("sections", sections(isOpen));
        data.put("hints", lesson.hints().size());
        data.put("shownHints", hints(own.hints()));
        data.put("words", glossary.meanings());
        data.put("checks", own.checks());
        data.put("passed", own.passed().isPresent());
        data.put("solutionShown", own.isSolutionShown());
        data.put("picture", lesson.drawing().isPresent());
        data.put("style", lesson.style().isPresent());
        data.put(
                "parameters",
                lesson.visuals().isEmpty() ? Map.of() : lesson.visuals().getFirst().parameters());
        data.put("limits", limits());
        data.put("file", Classroom.shown(classroom.workspace().file(lesson)));
        data.put("program", program);
        data.put("next", next());
        return data;
    }

    private Optional<Unit> unit() {
        return classroom.course().units().stream()
                .filter(unit -> unit.lessons().contains(lesson))
                .findFirst();
    }

    private static Map<String, String> answers(Map<String, String> notes) {
        var answers = new LinkedHashMap<String, String>();
        notes.forEach((name, note) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), note);
            }
        });
        return answers;
    }

    private Map<String, Object> sections(boolean isOpen) {
        var sections = new LinkedHashMap<String, Object>();
        for (var section : Section.values()) {
            if (section != Section.EXPLAIN || isOpen) {
                sections.put(
                        section.name().toLowerCase(Locale.ROOT),
                        text.part(lesson.section(section)));
            }
        }
        return sections;
    }

    /// Returns what is shown once the checks have passed, with the words in it.
    Map<String, Object> explanation() {
        var blocks = text.part(lesson.section(Section.EXPLAIN));
        return Map.of("explain", blocks, "words", glossary.meanings());
    }

    /// Returns the first hints.
    List<Object> hints(int count) {
        var hints = new ArrayList<Object>();
        for (var hint : lesson.hints().subList(0, Math.min(count, lesson.hints().size()))) {
            glossary.beginPart();
            hints.add(text.prose(hint));
        }
        return hints;
    }

    private Map<String, Object> limits() {
        return Map.of(
                "seconds", lesson.limits().time().toMillis() / 1000.0,
                "megabytes", lesson.limits().megabytes(),
                "threads", lesson.limits().threads());
    }

    /// The lesson after this one, if there is one yet.
    private Map<String, Object> next() {
        var all = classroom.course().lessons();
        var after = all.indexOf(lesson) + 1;
        return after < all.size()
                ? Map.of(
                        "number", all.get(after).number(),
                        "title", all.get(after).title(),
                        "minutes", all.get(after).minutes())
                : Map.of();
    }
}
