package dev.gradus.train.record;

import dev.gradus.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Writes a run to the runs directory while it trains, for loops of one's own; a
/// [dev.gradus.train.Trainer] does it by itself.
///
/// ```java
/// try (var run = RunRecorder.start("my loop", Map.of("learningRate", 0.1))) {
///     for (var step = 1; step <= 1_000; step++) {
///         optimizer.step(loss);
///         run.log(step, Map.of("loss", loss.item()));
///     }
/// }
/// ```
///
/// Nothing here waits for the disk: a thread in the background writes, and if it falls behind, of
/// statistics and checkpoints only the latest are written. What was logged is lost only if a million
/// points wait. When the disk fails, recording ends and training does not: see [#problem]. With
/// recording switched off all of this does nothing. May be used by several threads.
public final class RunRecorder implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int MOST_TRIES = 10;
    private static final int LONGEST_SLUG = 40;

    /// How long a run that nobody asked to record lasts to be worth it: a thousand tiny ones, as in tests
    /// and searches, leave no thousand folders.
    private static final long WORTH_MILLIS = 500;

    /// What is left free of a disk by runs that nobody asked to record.
    private static final long LEAST_ROOM = 1L << 30;

    private final Optional<RunWriter> writer;
    private final long begin = System.nanoTime();
    private final double secondsBefore;
    private final AtomicLong pausedNanos = new AtomicLong();

    private RunRecorder(Optional<RunWriter> writer, double secondsBefore) {
        this.writer = writer;
        this.secondsBefore = secondsBefore;
    }

    /// Starts a run of this name in the user's runs directory.
    ///
    /// @param settings how it trains, as text, numbers, lists and maps
    /// @throws UncheckedIOException if it cannot be written
    public static RunRecorder start(String name, Map<String, ?> settings) {
        return start(Recording.named(name), settings, "", Optional.empty());
    }

    /// Starts a run.
    ///
    /// @param settings how it trains, as text, numbers, lists and maps
    /// @param command how it was begun, as one would type it, or nothing
    /// @param parent the checkpoint it begins from, if it does
    /// @throws UncheckedIOException if it cannot be written
    public static RunRecorder start(
            Recording recording,
            Map<String, ?> settings,
            String command,
            Optional<RunCheckpoint> parent) {
        return start(recording, settings, command, parent, RunPlan.UNKNOWN);
    }

    /// Starts a run of which something is known ahead.
    ///
    /// @param settings how it trains, as text, numbers, lists and maps
    /// @param command how it was begun, as one would type it, or nothing
    /// @param parent the checkpoint it begins from, if it does
    /// @throws UncheckedIOException if it cannot be written
    public static RunRecorder start(
            Recording recording,
            Map<String, ?> settings,
            String command,
            Optional<RunCheckpoint> parent,
            RunPlan plan) {
        var target = recording.target();
        if (target.isEmpty()) {
            return off();
        }
        var description = describe(recording, settings, command, parent, plan);
        try {
            var run = open(target.get(), recording.name());
            var writer = RunWriter.to(run, description.by(description.process().here()));
            return new RunRecorder(Optional.of(writer), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run could not be recorded in %s: %s. Name another folder with -Dgradus.runs=FOLDER, or switch recording off with -Dgradus.runs=off"
                            .formatted(target.get().path(), e.getMessage()),
                    e);
        }
    }

    /// Starts a run that is written if it lasts for half a second: of a shorter one nothing is left, and
    /// it does not wait for the disk. What keeps it from being written is a [#problem] and no error.
    ///
    /// @param settings how it trains, as text, numbers, lists and maps
    /// @param command how it was begun, as one would type it, or nothing
    public static RunRecorder later(
            Recording recording, Map<String, ?> settings, String command, RunPlan plan) {
        var target = recording.target();
        if (target.isEmpty()) {
            return off();
        }
        var description = describe(recording, settings, command, Optional.empty(), plan);
        var writer =
                RunWriter.later(
                        () -> openIfThereIsRoom(target.get(), recording.name()),
                        WORTH_MILLIS,
                        description);
        return new RunRecorder(Optional.of(writer), 0);
    }

    private static OpenRun openIfThereIsRoom(RunsDirectory target, String name) throws IOException {
        target.make();
        var room = Files.getFileStore(target.path()).getUsableSpace();
        if (room < LEAST_ROOM) {
            throw new IOException("only %d MB are free in %s".formatted(room >> 20, target.path()));
        }
        return open(target, name);
    }

    private static OpenRun open(RunsDirectory target, String name) throws IOException {
        return OpenRun.begin(new RunFiles(create(target, slug(name))));
    }

    /// Returns a recorder that writes nothing.
    public static RunRecorder off() {
        return new RunRecorder(Optional.empty(), 0);
    }

    /// Goes on writing a run that has ended, after the step of `checkpoint`: what it wrote after that
    /// does not count any more.
    ///
    /// @throws IllegalStateException if a process is writing it
    /// @throws UncheckedIOException if it cannot be written
    public static RunRecorder goOn(RecordedRun run, RunCheckpoint checkpoint) {
        if (run.state().isRunning()) {
            throw new IllegalStateException(
                    "the run %s is being written by process %d: end that first"
                            .formatted(run.id(), run.description().process().pid()));
        }
        var last =
                run.metrics().stream().filter(point -> point.step() <= checkpoint.step()).toList();
        var seconds = last.isEmpty() ? 0 : last.getLast().seconds();
        try {
            var description = run.description().here();
            var opened = OpenRun.goOn(new RunFiles(run.folder()), checkpoint.step());
            var writer = RunWriter.to(opened, description);
            return new RunRecorder(Optional.of(writer), seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run %s could not be continued: %s".formatted(run.id(), e.getMessage()), e);
        }
    }

    /// Returns `name` as a part of the name of a folder.
    private static String slug(String name) {
        var slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "run" : slug.substring(0, Math.min(LONGEST_SLUG, slug.length()));
    }

    private static Path create(RunsDirectory target, String slug) throws IOException {
        target.make();
        var folder = target.path();
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 6);
            folder =
                    target.path()
                            .resolve(
                                    "%s-%s-%s".formatted(TIME.format(Instant.now()), slug, random));
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException _) {
                // one in sixteen million: draw again
                continue;
            }
        }
        throw new FileAlreadyExistsException(folder.toString());
    }

    private static RunDescription describe(
            Recording recording,
            Map<String, ?> settings,
            String command,
            Optional<RunCheckpoint> parent,
            RunPlan plan) {
        // what cannot be written is to be noticed here and not in the background
        Json.line(settings);
        return new RunDescription(
                "",
                recording.name(),
                Instant.now(),
                new LinkedHashMap<>(settings),
                Map.of(),
                RunProcess.begunAs(command),
                parent.flatMap(RunParent::of),
                plan.asked(recording.asked()),
                RunStatus.BEGUN);
    }

    /// Returns whether anything is written, or will be if the run lasts long enough.
    public boolean isOn() {
        return writer.isPresent();
    }

    /// Returns the run that is written, or nothing if recording is switched off or has not begun.
    public Optional<RecordedRun> run() {
        return writer.flatMap(RunWriter::files).map(it -> new RecordedRun(it.folder()));
    }

    /// Returns why nothing is written, or nothing any more, if the disk failed.
    public Optional<String> problem() {
        return writer.flatMap(RunWriter::problem);
    }

    /// Returns how many seconds the run has taken so far, without those it was paused.
    public double seconds() {
        return secondsBefore + (System.nanoTime() - begin - pausedNanos.get()) / 1e9;
    }

    /// Returns whether the loop is to go on: `while (run.goesOn())`. So the studio and
    /// `gradus runs pause`, `continue` and `stop` reach it.
    ///
    /// While the run is paused this waits. It returns false once the run was asked to stop, or the
    /// thread was interrupted while it waited. It costs a look at a variable.
    public boolean goesOn() {
        return goesOn(() -> {});
    }

    /// Returns whether the loop is to go on, likewise; `beforePause` is done before it waits, such as to
    /// keep a checkpoint from which one may branch meanwhile.
    public boolean goesOn(Runnable beforePause) {
        if (writer.isEmpty()) {
            return true;
        }
        var present = writer.get();
        present.listening();
        var wish = present.wish();
        if (wish.isEmpty()) {
            return true;
        }
        var paused = System.nanoTime();
        try {
            return obey(present, wish.get(), beforePause);
        } finally {
            pausedNanos.addAndGet(System.nanoTime() - paused);
        }
    }

    private static boolean obey(RunWriter writer, RunWish first, Runnable beforePause) {
        var wish = first;
        if (wish == RunWish.PAUSE) {
            beforePause.run();
        }
        try {
            while (wish == RunWish.PAUSE) {
                writer.answered(wish, RunState.PAUSED);
                var next = writer.wish();
                while (next.isEmpty()) {
                    writer.awaitWish();
                    next = writer.wish();
                }
                wish = next.get();
            }
        } catch (InterruptedException _) {
            writer.answered(RunWish.PAUSE, RunState.RUNNING);
            Thread.currentThread().interrupt();
            return false;
        }
        writer.answered(wish, RunState.RUNNING);
        return wish != RunWish.STOP;
    }

    /// Returns what somebody has asked for and [#goesOn] will do.
    public Optional<RunWish> wish() {
        return writer.flatMap(RunWriter::wish);
    }

    /// Returns for how many seconds the thread in the background has been at work.
    public double secondsInBackground() {
        return writer.map(RunWriter::busyNanos).orElse(0L) / 1e9;
    }

    /// Notes figures such as the loss after a step.
    public void log(long step, Map<String, Double> values) {
        log(step, 0, values);
    }

    /// Notes figures such as the loss after a step in an epoch.
    public void log(long step, int epoch, Map<String, Double> values) {
        writer.ifPresent(it -> it.log(new RunPoint(step, epoch, seconds(), 1, values)));
    }

    /// Notes how the layers are doing after a step.
    public void statistics(long step, List<LayerStatistics> layers) {
        writer.ifPresent(it -> it.statistics(new RunStatistics(step, seconds(), layers)));
    }

    /// Keeps a moment to which one can go back. The numbers of parameters are copied at once. Of many
    /// checkpoints some in between are deleted later.
    public void checkpoint(long step, RunCheckpoint.Content content) {
        writer.ifPresent(it -> it.checkpoint(step, content));
    }

    /// Returns how long the latest checkpoint took to be written, or 0.
    public double secondsWriting() {
        return writer.map(RunWriter::secondsWriting).orElse(0.0);
    }

    /// Notes what is learned from; computed in the background.
    public void data(Supplier<Map<String, Object>> data) {
        writer.ifPresent(it -> it.data(data));
    }

    /// Notes what came of it.
    public void result(Map<String, Object> result) {
        writer.ifPresent(it -> it.result(result));
    }

    /// Notes that an error ended the run. [#close] still has to be called.
    public void failed(Throwable error) {
        ended(RunState.FAILED, String.valueOf(error));
    }

    /// Notes how the run ended, and why. [#close] still has to be called.
    public void ended(RunState state, String explanation) {
        writer.ifPresent(it -> it.ended(state, explanation));
    }

    /// Writes what is still waiting, and that the run is finished unless something else was noted.
    @Override
    public void close() {
        writer.ifPresent(RunWriter::close);
    }
}
