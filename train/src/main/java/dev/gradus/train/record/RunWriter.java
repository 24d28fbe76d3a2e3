package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import dev.gradus.io.ModelFileException;
import dev.gradus.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The thread that writes a run, and what waits for it.
///
/// Whoever trains only puts things down here, under a lock that is never held while the disk works.
final class RunWriter {
    /// A minute of a thousand steps a second is 60,000 of these.
    static final int MOST_WAITING = 1_000_000;

    private static final int MOST_STATISTICS = 100;

    /// What checkpoints that wait may take: a quarter of a gigabyte of float32.
    private static final long MOST_NUMBERS = 1L << 26;

    private static final long PAUSE_MILLIS = 200;

    /// How long the end of a process is held up for what waits.
    private static final int MOST_PAUSES = 20;

    private final RunFiles files;
    private final RunLock lock;
    private final AppendedLines metrics;
    private final AppendedLines layers;
    private final Thinning thinning = new Thinning();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread farewell = new Thread(this::sayFarewell, "gradus-recorder-end");

    private Deque<RunPoint> points = new ArrayDeque<>();
    private Deque<RunStatistics> statistics = new ArrayDeque<>();
    private Deque<Moment> moments = new ArrayDeque<>();
    private @Nullable Supplier<Map<String, Object>> data;
    private RunDescription description;
    private boolean described;
    private boolean busy;
    private boolean closing;
    private long lost;
    private double secondsWriting;
    private long busyNanos;
    private boolean urgent;
    private @Nullable RunWish wish;
    private @Nullable String problem;

    private record Moment(long step, RunCheckpoint.Content content) {
        long numbers() {
            return content.tensors().values().stream().mapToLong(Tensor::count).sum();
        }
    }

    private RunWriter(
            RunFiles files,
            RunDescription description,
            RunLock lock,
            AppendedLines metrics,
            AppendedLines layers) {
        this.files = files;
        this.description = description;
        this.lock = lock;
        this.metrics = metrics;
        this.layers = layers;
    }

    static RunWriter start(RunFiles files, RunDescription description) throws IOException {
        return begin(files, description, RunLock.take(files), Optional.empty());
    }

    /// Goes on after `step` of a run that has ended.
    static RunWriter goOn(RunFiles files, RunDescription description, long step)
            throws IOException {
        return begin(files, description, RunLock.take(files), Optional.of(step));
    }

    private static RunWriter begin(
            RunFiles files, RunDescription description, RunLock lock, Optional<Long> rewind)
            throws IOException {
        try {
            var metrics = AppendedLines.open(files.metrics());
            var layers = AppendedLines.open(files.layers());
            if (rewind.isPresent()) {
                metrics.add(RunLines.rewound(rewind.get()));
                metrics.flush();
                layers.add(RunLines.rewound(rewind.get()));
                layers.flush();
                CheckpointShelf.rewind(files, rewind.get());
            }
            files.control().forget();
            var writer = new RunWriter(files, description, lock, metrics, layers);
            // a daemon: a program that forgets to close its run must not be kept from ending
            Thread.ofPlatform().daemon().name("gradus-recorder").start(writer::work);
            writer.addFarewell();
            return writer;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    RunFiles files() {
        return files;
    }

    synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    synchronized void log(RunPoint point) {
        if (problem != null || closing) {
            return;
        }
        if (points.size() >= MOST_WAITING) {
            lost++;
            return;
        }
        points.add(point);
    }

    synchronized void statistics(RunStatistics latest) {
        if (problem != null || closing) {
            return;
        }
        if (statistics.size() >= MOST_STATISTICS) {
            statistics.removeFirst();
        }
        statistics.add(latest);
    }

    synchronized void checkpoint(long step, RunCheckpoint.Content content) {
        if (problem != null || closing) {
            return;
        }
        var latest = new Moment(step, content);
        var numbers = moments.stream().mapToLong(Moment::numbers).sum() + latest.numbers();
        if (!moments.isEmpty() && numbers > MOST_NUMBERS) {
            moments.removeLast();
        }
        moments.add(latest);
    }

    synchronized void data(Supplier<Map<String, Object>> found) {
        data = found;
    }

    synchronized void result(Map<String, Object> found) {
        description = description.result(found);
        described = false;
    }

    synchronized void ended(RunState state, String explanation) {
        description = description.state(state, explanation, Optional.of(Instant.now()));
        described = false;
    }

    /// Looks whether somebody asks for something: a look at one small file, as often as is written.
    private void listen() {
        var found = files.control().read();
        synchronized (this) {
            if (found.isPresent() && description.plan().listens()) {
                wish = found.get();
                notifyAll();
            }
        }
    }

    /// Returns what was asked for last, until it is [#answered].
    synchronized Optional<RunWish> wish() {
        return Optional.ofNullable(wish);
    }

    /// Waits for a moment, or until something is asked for.
    synchronized void awaitWish() throws InterruptedException {
        var end = System.currentTimeMillis() + PAUSE_MILLIS;
        for (var left = PAUSE_MILLIS;
                left > 0 && (wish == null || wish == RunWish.PAUSE);
                left = end - System.currentTimeMillis()) {
            wait(left);
        }
    }

    /// Notes that what was asked for is done, and how the run stands now.
    void answered(RunWish done, RunState state) {
        synchronized (this) {
            if (wish == done) {
                wish = null;
            }
            description = description.state(state, "", Optional.empty());
            described = false;
            urgent = true;
            notifyAll();
        }
        files.control().answer(done);
    }

    /// Notes that the one who trains asks for wishes.
    synchronized void listening() {
        if (!description.plan().listens()) {
            description = description.listening();
            described = false;
        }
    }

    /// Returns for how many nanoseconds this thread has computed; to wait for the disk costs nobody.
    synchronized long busyNanos() {
        return busyNanos;
    }

    /// Waits until everything is written.
    void close() {
        synchronized (this) {
            if (description.state().isRunning()) {
                ended(RunState.FINISHED, "");
            }
            closing = true;
            notifyAll();
        }
        forgetFarewell();
        var interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException _) {
                // what was learned is to be kept: the interrupt is passed on afterwards
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (write()) {
                listen();
                pause();
            }
        } finally {
            lock.close();
            metrics.close();
            layers.close();
            done.countDown();
        }
    }

    private synchronized void pause() {
        var end = System.nanoTime() + PAUSE_MILLIS * 1_000_000;
        try {
            while (!closing && !urgent && System.nanoTime() < end) {
                wait(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /// What there is to be written at one moment.
    private record Waiting(
            Deque<RunPoint> points,
            Deque<RunStatistics> statistics,
            Deque<Moment> moments,
            @Nullable Supplier<Map<String, Object>> data,
            @Nullable RunDescription description,
            boolean last) {
        boolean isEmpty() {
            return points.isEmpty()
                    && statistics.isEmpty()
                    && moments.isEmpty()
                    && data == null
                    && description == null;
        }
    }

    private synchronized Waiting take() {
        var waiting = present();
        points = new ArrayDeque<>();
        statistics = new ArrayDeque<>();
        moments = new ArrayDeque<>();
        data = null;
        described = true;
        urgent = false;
        busy = true;
        return waiting;
    }

    /// Writes what waits; returns whether there is more to come.
    private boolean write() {
        var waiting = take();
        try {
            if (problem().isEmpty()) {
                write(waiting);
            }
        } catch (IOException
                | UncheckedIOException
                | JsonException
                | ModelFileException
                | OutOfMemoryError e) {
            failed(e);
        } finally {
            rest();
        }
        return !(waiting.last && waiting.isEmpty());
    }

    private synchronized void failed(Throwable e) {
        problem =
                "the run is no longer recorded in %s: %s"
                        .formatted(files.folder(), String.valueOf(e.getMessage()));
        points.clear();
        statistics.clear();
        moments.clear();
    }

    private synchronized void rest() {
        busy = false;
        notifyAll();
    }

    private void write(Waiting waiting) throws IOException {
        if (waiting.description != null && waiting.description.state().isRunning()) {
            Json.write(files.description(), waiting.description.json());
        }
        var computing = System.nanoTime();
        for (var point : waiting.points) {
            for (var kept : thinning.add(point)) {
                metrics.add(RunLines.of(kept));
            }
        }
        if (waiting.last) {
            for (var kept : thinning.rest()) {
                metrics.add(RunLines.of(kept));
            }
        }
        metrics.flush();
        for (var look : waiting.statistics) {
            layers.add(RunLines.of(look));
        }
        layers.flush();
        var found = waiting.data == null ? null : waiting.data.get();
        worked(System.nanoTime() - computing);
        if (found != null) {
            learned(found);
        }
        for (var moment : waiting.moments) {
            var begin = System.nanoTime();
            CheckpointShelf.put(files, moment.step, moment.content);
            wrote((System.nanoTime() - begin) / 1e9);
        }
        // whoever reads that a run has ended finds everything else written
        if (waiting.description != null && !waiting.description.state().isRunning()) {
            Json.write(files.description(), complete().json());
        }
    }

    /// Written before the first checkpoint, so that whoever goes on from one knows what it learned from.
    private void learned(Map<String, Object> found) {
        RunDescription next;
        synchronized (this) {
            next = description.data(found);
            description = next;
        }
        // an end is told last
        if (next.state().isRunning()) {
            Json.write(files.description(), next.json());
        }
    }

    private synchronized void worked(long nanos) {
        busyNanos += nanos;
    }

    private synchronized void wrote(double seconds) {
        secondsWriting = seconds;
    }

    synchronized double secondsWriting() {
        return secondsWriting;
    }

    private synchronized RunDescription complete() {
        if (lost == 0) {
            return description;
        }
        var result = new java.util.LinkedHashMap<>(description.result());
        result.put("points lost", lost);
        return description.result(result);
    }

    /// The process is ending, and this run was not closed: what waits is written, and that it stopped.
    /// Should it be closed after all while other hooks run, that counts.
    private void sayFarewell() {
        synchronized (this) {
            if (description.state().isRunning()) {
                ended(RunState.STOPPED, "The process was ended.");
            }
            notifyAll();
            try {
                for (var i = 0; i < MOST_PAUSES && (busy || !present().isEmpty()); i++) {
                    wait(PAUSE_MILLIS);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Waiting present() {
        return new Waiting(
                points, statistics, moments, data, described ? null : description, closing);
    }

    private void addFarewell() {
        try {
            Runtime.getRuntime().addShutdownHook(farewell);
        } catch (IllegalStateException _) {
            // the process is ending already
            return;
        }
    }

    private void forgetFarewell() {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException _) {
            // the process is ending, and the hook finds nothing to do
            return;
        }
    }
}
