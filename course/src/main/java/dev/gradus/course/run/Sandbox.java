package dev.gradus.course.run;

import dev.gradus.course.Lesson;
import dev.gradus.course.compile.ModulePath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Checks a learner's program in a Java of its own, which starts clean, is limited in time, memory and
/// threads, is given neither input nor environment, and is ended with everything it has started.
///
/// It guards against mistakes, not against malice: what a learner writes may read and write files as the
/// learner may.
public final class Sandbox {
    private static final String MODULE = "dev.gradus.course";

    /// How long Java may take to start and to end beside the time of the checks.
    private static final int PATIENCE_SECONDS = 20;

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

    /// Checks a program within these limits.
    ///
    /// @throws IOException if files cannot be written or Java cannot be started
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public static Report check(Lesson lesson, String source, String shownAs, Limits limits)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("gradus-check");
        try {
            var submission = new Submission(lesson, folder);
            var refused = submission.compile(source, shownAs);
            return refused.isPresent()
                    ? refused.get()
                    : Verdicts.started(lesson, source, run(submission, limits));
        } finally {
            delete(folder);
        }
    }

    private static Report run(Submission submission, Limits limits)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(submission, limits)).redirectErrorStream(true);
        builder.directory(submission.folder().toFile());
        strip(builder);
        var process = builder.start();
        var printed = new Printed(process.getInputStream(), limits.characters());
        try {
            var patience = limits.time().toMillis() + TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);
            var ended = process.waitFor(patience, TimeUnit.MILLISECONDS);
            end(process);
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
            end(process);
        }
    }

    private static List<String> command(Submission submission, Limits limits) {
        var command = new ArrayList<String>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(
                List.of(
                        "-Xmx%dm".formatted(limits.megabytes()),
                        "-XX:MaxDirectMemorySize=%dm".formatted(limits.megabytes()),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "--module-path",
                        ModulePath.ofProcess(),
                        "--class-path",
                        submission.classes().toString(),
                        "--module",
                        MODULE + "/" + Child.class.getName(),
                        submission.lessonFolder().toString(),
                        submission.eventsFile().toString(),
                        String.valueOf(limits.time().toMillis()),
                        String.valueOf(limits.threads())));
        return command;
    }

    /// What the environment holds is none of an exercise's business; some systems start nothing without
    /// these.
    private static void strip(ProcessBuilder builder) {
        builder.environment()
                .keySet()
                .retainAll(List.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LANG"));
    }

    private static void end(Process process) {
        var offspring = process.descendants().toList();
        process.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // the system clears its folder of temporary files some day
            return;
        }
    }
}
