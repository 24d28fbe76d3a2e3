package dev.gradus.course.run;

import dev.gradus.course.Lesson;
import dev.gradus.course.WrongAnswer;
import dev.gradus.course.check.Verdict;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tries a lesson before a learner does: the starter must compile and fail, the solution must pass, and
/// every typical wrong answer must be told what is meant for it.
public final class Rehearsal {
    private final Lesson lesson;
    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private int tried;

    private Rehearsal(Lesson lesson, Path folder) {
        this.lesson = lesson;
        this.folder = folder;
    }

    /// Returns what is not as it should be, in sentences; nothing when the lesson is ready.
    ///
    /// Programs that are known to end are tried in this Java, which is fast; `folder` is where their
    /// classes go.
    ///
    /// @throws IOException if files cannot be written or Java cannot be started
    /// @throws InterruptedException if the thread is interrupted
    public static List<String> of(Lesson lesson, Path folder)
            throws IOException, InterruptedException {
        var rehearsal = new Rehearsal(lesson, folder);
        rehearsal.expectPassed();
        rehearsal.expectNotStarted();
        for (var wrong : lesson.wrongAnswers()) {
            rehearsal.expect(wrong);
        }
        return rehearsal.problems;
    }

    private void expectPassed() throws IOException {
        var report = here(lesson.solution());
        if (!report.isPassed()) {
            complain("Solution.java does not pass", report);
        }
    }

    private void expectNotStarted() throws IOException {
        var report = here(lesson.starter());
        if (report.verdict() != Verdict.NOT_STARTED) {
            complain("Exercise.java, the starter, must compile and fail a check", report);
        }
    }

    private void expect(WrongAnswer wrong) throws IOException, InterruptedException {
        var report =
                ends(wrong.verdict())
                        ? here(wrong.source())
                        : Sandbox.check(lesson, wrong.source(), wrong.name());
        if (report.verdict() != wrong.verdict()) {
            complain(
                    "wrong/%s should be '%s'".formatted(wrong.name(), wrong.verdict().said()),
                    report);
        } else if (!report.said().contains(wrong.message())) {
            complain(
                    "wrong/%s should be told '%s'".formatted(wrong.name(), wrong.message()),
                    report);
        }
    }

    private static boolean ends(Verdict verdict) {
        return switch (verdict) {
            case PASSED, WRONG_ANSWER, THREW, DOES_NOT_COMPILE, CALLED_ITSELF_TOO_OFTEN -> true;
            case RAN_TOO_LONG,
                    USED_TOO_MUCH_MEMORY,
                    STARTED_TOO_MANY_THREADS,
                    ENDED_THE_PROGRAM,
                    NOT_STARTED,
                    LESSON_IS_BROKEN ->
                    false;
        };
    }

    private Report here(String source) throws IOException {
        var submission = new Submission(lesson, folder.resolve(lesson.number() + "-" + tried++));
        var refused = submission.compile(source, "Exercise.java");
        if (refused.isPresent()) {
            return refused.get();
        }
        var events = new ArrayList<Event>();
        var place = new URL[] {submission.classes().toUri().toURL()};
        try (var loader = new URLClassLoader(place, Rehearsal.class.getClassLoader())) {
            Checking.run(lesson, loader, events::add);
        }
        var report = Verdicts.of(lesson, events, lesson.limits(), 0, true);
        return Verdicts.started(lesson, source, report);
    }

    private void complain(String what, Report report) {
        problems.add(
                "%s: %s, but it is '%s': %s"
                        .formatted(lesson.folder(), what, report.verdict().said(), report.said()));
    }
}
