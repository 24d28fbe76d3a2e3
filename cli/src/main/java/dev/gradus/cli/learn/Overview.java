package dev.gradus.cli.learn;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.course.Lesson;
import dev.gradus.course.Words;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Progress;
import java.io.IOException;
import java.util.Map;

/// Writes the list of lessons and what a learner has done.
public final class Overview {
    private final Terminal terminal;

    /// Writes to this terminal.
    public Overview(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Writes all units and their lessons.
    ///
    /// @throws IOException if the progress cannot be read
    public void write(Classroom room) throws IOException {
        var progress = room.workspace().progress();
        var notes = room.workspace().notes();
        for (var unit : room.course().units()) {
            terminal.heading("%s  %s".formatted(unit.number(), unit.title()));
            for (var lesson : unit.lessons()) {
                terminal.line(
                        "  %-5s %-32s %7s   %s"
                                .formatted(
                                        lesson.number(),
                                        lesson.title(),
                                        Words.say("learn.minutes", lesson.minutes()),
                                        state(progress, notes, lesson)));
            }
        }
        terminal.line();
        terminal.line(next(room));
    }

    /// Returns what to do next, as a sentence.
    ///
    /// @throws IOException if the progress cannot be read
    public static String next(Classroom room) throws IOException {
        return room.next()
                .map(next -> Words.say("learn.next", next.title(), next.number()))
                .orElseGet(() -> Words.say("learn.all"));
    }

    private String state(Progress progress, Map<String, Map<String, String>> notes, Lesson lesson) {
        var done = progress.of(lesson.number());
        if (done.passed().isPresent()) {
            return terminal.good(Words.say(done.isSolutionShown() ? "learn.seen" : "learn.done"));
        }
        if (Classroom.isTestedOut(lesson, notes)) {
            return terminal.good(Words.say("learn.tested"));
        }
        return progress.lessons().containsKey(lesson.number())
                ? terminal.notice(Words.say("learn.begun"))
                : Words.say("learn.open");
    }
}
