package dev.gradus.course.run;

import dev.gradus.course.Lesson;
import dev.gradus.course.Words;
import dev.gradus.course.check.CheckResult;
import dev.gradus.course.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells from the events what came of a program.
final class Verdicts {
    private Verdicts() {}

    static Report of(
            Lesson lesson, List<Event> events, Limits limits, int exitCode, boolean ended) {
        var results = new ArrayList<CheckResult>();
        var running = "";
        var last = Optional.<Event>empty();
        for (var event : events) {
            switch (event) {
                case Event.Planned _ -> {}
                case Event.Started(var check) -> running = check;
                case Event.Finished(var result) -> results.add(result);
                case Event.Done _,
                        Event.TimeOver _,
                        Event.ThreadsOver _,
                        Event.MemoryOver _,
                        Event.Exited _,
                        Event.Broken _ ->
                        last = Optional.of(event);
            }
        }
        var report = new Report(lesson.number(), Verdict.PASSED, "", results, List.of(), "", true);
        if (last.isEmpty()) {
            return ended ? lost(report, exitCode) : late(report, limits, running, 0);
        }
        return switch (last.get()) {
            case Event.Done _ -> judged(report, limits);
            case Event.TimeOver(var line) -> late(report, limits, running, line);
            case Event.ThreadsOver _ -> threads(report, limits);
            case Event.MemoryOver _ -> memory(report, limits);
            case Event.Exited(var line) -> exited(report, exitCode, line);
            case Event.Broken(var why) ->
                    report.with(Verdict.LESSON_IS_BROKEN, Words.say("run.lesson", why));
            case Event.Planned _, Event.Started _, Event.Finished _ ->
                    throw new IllegalStateException();
        };
    }

    /// A program that fails and is still the starter has not been started.
    static Report started(Lesson lesson, String source, Report report) {
        return !report.isPassed() && squeezed(source).equals(squeezed(lesson.starter()))
                ? report.with(Verdict.NOT_STARTED, Words.say("run.not.started"))
                : report;
    }

    private static Report judged(Report report, Limits limits) {
        var failed = report.results().stream().filter(result -> !result.isPassed()).findFirst();
        if (failed.isEmpty()) {
            return report.with(Verdict.PASSED, Words.say("run.passed"));
        }
        return switch (failed.get().verdict()) {
            case USED_TOO_MUCH_MEMORY -> memory(report, limits);
            case STARTED_TOO_MANY_THREADS -> threads(report, limits);
            case PASSED,
                    WRONG_ANSWER,
                    THREW,
                    DOES_NOT_COMPILE,
                    RAN_TOO_LONG,
                    CALLED_ITSELF_TOO_OFTEN,
                    ENDED_THE_PROGRAM,
                    NOT_STARTED,
                    LESSON_IS_BROKEN ->
                    report.with(failed.get().verdict(), failed.get().message());
        };
    }

    private static Report late(Report report, Limits limits, String running, int line) {
        var seconds = limits.time().toMillis() / 1000.0;
        var text = Words.say("run.time", String.format(Locale.ENGLISH, "%.3g", seconds));
        if (line > 0) {
            text += " " + Words.say("run.time.line", line);
        }
        if (!running.isEmpty()) {
            text += " " + Words.say("run.time.check", running);
        }
        return report.with(Verdict.RAN_TOO_LONG, text);
    }

    private static Report memory(Report report, Limits limits) {
        return report.with(
                Verdict.USED_TOO_MUCH_MEMORY, Words.say("run.memory", limits.megabytes()));
    }

    private static Report threads(Report report, Limits limits) {
        return report.with(
                Verdict.STARTED_TOO_MANY_THREADS, Words.say("run.threads", limits.threads()));
    }

    private static Report exited(Report report, int exitCode, int line) {
        var text = Words.say("run.exit", exitCode);
        return report.with(
                Verdict.ENDED_THE_PROGRAM,
                line > 0 ? text + " " + Words.say("threw.line", line) : text);
    }

    /// Java ended and said nothing: halted by the program, or killed.
    private static Report lost(Report report, int exitCode) {
        // beyond 128 it was a signal, such as that of a system that is out of memory
        return exitCode > 128
                ? report.with(Verdict.LESSON_IS_BROKEN, Words.say("run.lost", exitCode))
                : exited(report, exitCode, 0);
    }

    private static String squeezed(String source) {
        return source.replaceAll("\\s+", "");
    }
}
