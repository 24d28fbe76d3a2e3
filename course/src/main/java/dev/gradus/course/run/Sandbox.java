package dev.gradus.course.run;

import dev.gradus.course.Lesson;
import dev.gradus.course.compile.ModulePath;
import dev.gradus.course.process.Offspring;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Checks a learner's program in a Java of its own, which starts clean, is limited in time, memory and
/// threads, is given neither input nor environment, and is ended with everything it has started.
///
/// It guards against mistakes, not against malice: what a learner writes may read and write files as the
/// learner may.
public final class Sandbox {
    /// How long Java may take to start and to end beside the time of the checks.
    private static final int PATIENCE_SECONDS = 20;

    private static final int LOOK_MILLISECONDS = 50;

    private Sandbox() {}

    /// Checks a program within the limits of its lesson.
    ///
    /// @param source the learner's whole program
    /// @param shownAs the name of its file in messages
    /// @throws IOException if files cannot be written or Java cannot be started
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public static Report check(Lesson lesson, String source, String shownAs)
            throws IOException, InterruptedException {
        return check(lesson, source, shownAs, lesson.limits());
    }

    /// Checks a program within the limits of its lesson, and tells how far it has come.
    ///
    /// @param told takes each stage, on the thread that checks
    /// @throws IOException if files cannot be written or Java cannot be started
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public static Report check(Lesson lesson, String source, String shownAs, Consumer<Stage> told)
            throws IOException, InterruptedException {
        return check(lesson, source, shownAs, lesson.limits(), told);
    }

    /// Checks a program within these limits.
    ///
    /// @throws IOException if files cannot be written or Java cannot be started
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public static Report check(Lesson lesson, String source, String shownAs, Limits limits)
            throws IOException, InterruptedException {
        return check(lesson, source, shownAs, limits, _ -> {});
    }

    private static Report check(
            Lesson lesson, String source, String shownAs, Limits limits, Consumer<Stage> told)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("gradus-check");
        try {
            var submission = new Submission(lesson, folder);
            var refused = submission.compile(source, shownAs);
            return refused.isPresent()
                    ? refused.get()
                    : Verdicts.started(lesson, source, run(submission, limits, told));
        } finally {
            Offspring.delete(folder);
        }
    }

    private static Report run(Submission submission, Limits limits, Consumer<Stage> told)
            throws IOException, InterruptedException {
        var process =
                Offspring.of(
                                Child.class,
                                limits.megabytes(),
                                ModulePath.ofProcess(),
                                submission.classes(),
                                List.of(
                                        submission.lessonFolder().toString(),
                                        submission.eventsFile().toString(),
                                        String.valueOf(limits.time().toMillis()),
                                        String.valueOf(limits.threads())))
                        .redirectErrorStream(true)
                        .directory(submission.folder().toFile())
                        .start();
        var printed = new Printed(process.getInputStream(), limits.characters());
        try {
            var ended = watch(process, submission, limits, told);
            Offspring.end(process);
            var events = EventText.read(submission.eventsText());
            var report =
                    Verdicts.of(
                            submission.lesson(),
                            events,
                            limits,
                            ended ? process.waitFor() : -1,
                            ended);
            return report.withPrinted(printed.text(), printed.isWhole());
        } finally {
            Offspring.end(process);
        }
    }

    /// Returns whether it has ended by itself in time.
    private static boolean watch(
            Process process, Submission submission, Limits limits, Consumer<Stage> told)
            throws IOException, InterruptedException {
        var patience = limits.time().plusSeconds(PATIENCE_SECONDS).toNanos();
        var end = System.nanoTime() + patience;
        var stage = Stage.BEGINNING;
        told.accept(stage);
        while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            var now = Stage.of(EventText.read(submission.eventsText()));
            if (!now.equals(stage)) {
                stage = now;
                told.accept(stage);
            }
        }
        return true;
    }
}
