package dev.gradus.train;

import dev.gradus.train.record.Launch;
import dev.gradus.train.record.LayerStatistics;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunPlan;
import dev.gradus.train.record.RunRecorder;
import dev.gradus.train.record.RunState;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The record of one training: what is written, and when what costs time is due.
final class TrainingRecord {
    /// The part of the time that recording may take, as far as it can be put off.
    private static final double SHARE = 0.05;

    /// How many statistics are taken until a run has doubled its steps, roughly: the record of a very
    /// long run stays small.
    private static final long DENSITY = 256;

    private static final long LEAST_STEPS_BETWEEN = 10;
    private static final long BEFORE_FIRST_LOOK = 1_000_000_000L;

    /// The first look makes a program, as the first step does; by then that goes three times as fast.
    private static final double FIRST_LOOK = 0.33;

    /// Worth more than others: without it nothing is known of the layers.
    private static final double FIRST_SHARE = 0.09;

    private static final double SECONDS_BETWEEN_EPOCHS = 1;
    private static final double SECONDS_WITHIN_EPOCH = 30;

    private final RunRecorder recorder;
    private final boolean statistics;
    private final long statisticsEvery;
    private final long checkpointEvery;
    private final TimeBook book = new TimeBook(System.nanoTime());
    private long looked;
    private int looks;
    private long firstStep;
    private long lastCost;
    private double usualStep;
    private long kept = -1;
    private long keptAt = System.nanoTime();

    private TrainingRecord(RunRecorder recorder, Recording recording) {
        this.recorder = recorder;
        this.statistics = recording.statistics() && recorder.isOn();
        this.statisticsEvery = recording.statisticsEvery();
        this.checkpointEvery = recording.checkpointEvery();
    }

    static TrainingRecord start(
            Settings settings,
            Map<String, Object> description,
            Optional<Continuation> from,
            long steps) {
        var recording = recording(settings, from);
        if (recording.isEmpty()) {
            return new TrainingRecord(off(), Recording.named("none"));
        }
        var resumed = from.filter(it -> !it.branch());
        if (resumed.isPresent()) {
            var it = resumed.get();
            return new TrainingRecord(RunRecorder.goOn(it.run(), it.checkpoint()), recording.get());
        }
        var plan = new RunPlan(steps, true, settings.changes);
        return new TrainingRecord(
                recorder(recording.get(), description, settings.command, from, plan),
                recording.get());
    }

    private static RunRecorder recorder(
            Recording recording,
            Map<String, Object> description,
            String command,
            Optional<Continuation> from,
            RunPlan plan) {
        if (!recording.asked() && Launch.ofProcess().arguments().isEmpty()) {
            return RunRecorder.later(recording, description, command, plan);
        }
        try {
            var parent = from.map(Continuation::checkpoint);
            return RunRecorder.start(recording, description, command, parent, plan);
        } catch (UncheckedIOException e) {
            if (recording.asked()) {
                throw e;
            }
            // nobody asked for it: a disk that is full keeps no one from training
            return off();
        }
    }

    private static RunRecorder off() {
        return RunRecorder.off();
    }

    private static Optional<Recording> recording(Settings settings, Optional<Continuation> from) {
        if (settings.unrecorded) {
            return Optional.empty();
        }
        return settings.recording
                .or(() -> from.map(it -> Recording.named(it.run().description().name())))
                .or(() -> Optional.of(Recording.unasked(Launch.ofProcess().programName())))
                .map(it ->
                        settings.changes.isEmpty() || from.filter(Continuation::branch).isEmpty()
                                ? it
                                : it.as(it.name() + ", " + settings.changes));
    }

    boolean isOn() {
        return recorder.isOn();
    }

    void data(Supplier<Map<String, Object>> data) {
        recorder.data(data);
    }

    /// Returns whether the layers are to be looked at in step number `step`.
    boolean wantsStatistics(long step) {
        if (!statistics) {
            return false;
        }
        if (statisticsEvery > 0) {
            return step == 1 || step % statisticsEvery == 0;
        }
        var now = book.elapsed(System.nanoTime());
        // the first look makes a program, which the beginning of a run is not to wait for
        var next = looks == 0 ? FIRST_LOOK * firstStep : lastCost;
        return now > BEFORE_FIRST_LOOK
                && step - looked >= Math.max(LEAST_STEPS_BETWEEN, step / DENSITY)
                && book.cost(recorder.secondsInBackground()) + next
                        <= (looks == 0 ? FIRST_SHARE : SHARE) * now;
    }

    /// Notes how long a step took that was not looked at.
    void usual(long nanos) {
        firstStep = firstStep == 0 ? nanos : firstStep;
        // down at once and up slowly: steps that make a program are no usual ones
        var slowness = usualStep == 0 || nanos < usualStep ? 1 : 0.01;
        usualStep += slowness * (nanos - usualStep);
    }

    void statistics(long step, List<LayerStatistics> layers, long nanos) {
        looked = step;
        var cost = Math.max(nanos / 100, nanos - Math.round(usualStep));
        book.recorded(cost);
        // the first one makes a program, which does not happen again
        lastCost = looks++ == 0 ? 0 : cost;
        recorder.statistics(step, layers);
    }

    /// Notes what a step came to, and from time to time what the time went into.
    void step(long step, int epoch, Map<String, Double> values, double samplesPerSecond) {
        var begin = System.nanoTime();
        if (book.isDue(begin)) {
            var more = new LinkedHashMap<>(values);
            more.put("samples per second", samplesPerSecond);
            more.putAll(book.shares(begin, recorder.secondsInBackground()));
            recorder.log(step, epoch, more);
        } else {
            recorder.log(step, epoch, values);
        }
        book.recorded(System.nanoTime() - begin);
    }

    void waitedForData(long nanos) {
        book.waited(nanos);
    }

    /// Does `beforePause` and waits if the run is to be paused; returns whether it goes on then.
    boolean goesOn(Runnable beforePause) {
        var begin = System.nanoTime();
        var goesOn = recorder.goesOn(beforePause);
        book.paused(System.nanoTime() - begin);
        return goesOn;
    }

    void epoch(long step, EpochResult result) {
        var values = new LinkedHashMap<String, Double>();
        values.put("training loss", result.trainLoss());
        values.put("training accuracy", result.trainAccuracy());
        values.put("validation loss", result.validationLoss());
        result.metrics().forEach((name, value) -> values.put("validation " + name, value));
        recorder.log(step, result.epoch(), values);
    }

    /// Returns whether a checkpoint is due after step `step`.
    boolean wantsCheckpoint(long step, boolean afterEpoch) {
        if (!recorder.isOn() || step == kept) {
            return false;
        }
        if (checkpointEvery > 0) {
            return step % checkpointEvery == 0 || afterEpoch && step - kept >= checkpointEvery;
        }
        var pause = afterEpoch ? SECONDS_BETWEEN_EPOCHS : SECONDS_WITHIN_EPOCH;
        var least = Math.max(pause, recorder.secondsWriting() / SHARE);
        return System.nanoTime() - keptAt >= least * 1e9;
    }

    /// Returns whether the moment after step `step` has not been kept yet.
    boolean lacks(long step) {
        return recorder.isOn() && step != kept;
    }

    void checkpoint(long step, RunCheckpoint.Content content) {
        recorder.checkpoint(step, content);
        kept = step;
        keptAt = System.nanoTime();
    }

    /// Notes how long training waited while something was copied.
    void copied(long nanos) {
        book.recorded(nanos);
    }

    void ended(Stopped stopped, Supplier<Map<String, Object>> result) {
        if (isOn()) {
            recorder.result(result.get());
        }
        recorder.ended(
                switch (stopped.reason()) {
                    case ALL_EPOCHS, EARLY -> RunState.FINISHED;
                    case INTERRUPTED -> RunState.STOPPED;
                    case NOT_FINITE -> RunState.FAILED;
                },
                stopped.explanation());
    }

    void failed(Throwable error) {
        recorder.failed(error);
    }

    void close() {
        recorder.close();
    }
}
