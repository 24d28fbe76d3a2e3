package dev.gradus.train.record;

import dev.gradus.io.JsonException;
import dev.gradus.io.ModelFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The thread that writes a run.
///
/// Whoever trains only puts things down here, under a lock that is never held while the disk works.
final class RunWriter {
    private static final long PAUSE_MILLIS = 200;

    /// How long the end of a process is held up for what waits.
    private static final int MOST_PAUSES = 20;

    private final Opening opening;
    private final long patienceMillis;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread farewell = new Thread(this::sayFarewell, "gradus-recorder-end");

    private Optional<OpenRun> opened;
    private Waiting waiting = new Waiting();
    private RunDescription description;
    private boolean busy;
    private boolean closing;
    private long lost;
    private double secondsWriting;
    private long busyNanos;
    private boolean urgent;
    private @Nullable RunWish wish;
    private @Nullable String problem;

    /// Opens the folder of a run.
    @FunctionalInterface
    interface Opening {
        OpenRun open() throws IOException;
    }

    private RunWriter(
            Opening opening,
            long patienceMillis,
            Optional<OpenRun> opened,
            RunDescription description) {
        this.opening = opening;
        this.patienceMillis = patienceMillis;
        this.opened = opened;
        this.description = description;
        waiting.description(description);
    }

    /// Writes to a folder that is open.
    static RunWriter to(OpenRun run, RunDescription description) {
        return begin(
                new RunWriter(() -> run, 0, Optional.of(run), description.at(run.files().id())));
    }

    /// Writes to a folder that is opened if the run lasts for `patienceMillis`; of a shorter one nothing
    /// is left.
    static RunWriter later(Opening opening, long patienceMillis, RunDescription description) {
        return begin(new RunWriter(opening, patienceMillis, Optional.empty(), description));
    }

    private static RunWriter begin(RunWriter writer) {
        // a daemon: a program that forgets to close its run must not be kept from ending
        Thread.ofPlatform().daemon().name("gradus-recorder").start(writer::work);
        writer.addFarewell();
        return writer;
    }

    /// Returns where it writes, once it does.
    synchronized Optional<RunFiles> files() {
        return opened.map(OpenRun::files);
    }

    synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private boolean isOver() {
        return problem != null || closing;
    }

    synchronized void log(RunPoint point) {
        if (!isOver() && !waiting.add(point)) {
            lost++;
        }
    }

    synchronized void statistics(RunStatistics latest) {
        if (!isOver()) {
            waiting.add(latest);
        }
    }

    synchronized void checkpoint(long step, RunCheckpoint.Content content) {
        if (!isOver()) {
            waiting.add(new Waiting.Moment(step, content));
        }
    }

    synchronized void data(Supplier<Map<String, Object>> found) {
        waiting.data(found);
    }

    synchronized void result(Map<String, Object> found) {
        describe(description.status(description.status().result(found)));
    }

    synchronized void ended(RunState state, String explanation) {
        var end = Optional.of(Instant.now());
        describe(description.status(description.status().ended(state, explanation, end)));
    }

    private void describe(RunDescription next) {
        description = next;
        waiting.description(next);
    }

    /// Looks whether somebody asks for something: a look at one small file, as often as is written.
    private void listen(OpenRun run) {
        var found = run.wish();
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
        Optional<OpenRun> run;
        synchronized (this) {
            if (wish == done) {
                wish = null;
            }
            describe(description.status(description.status().running(state)));
            urgent = true;
            notifyAll();
            run = opened;
        }
        run.ifPresent(it -> it.answer(done));
    }

    /// Notes that the one who trains asks for wishes.
    synchronized void listening() {
        if (!description.plan().listens()) {
            describe(description.listening());
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
            if (lasts()) {
                open().ifPresent(this::writeTo);
            }
        } finally {
            done.countDown();
        }
    }

    /// Returns whether the run lasts for as long as it takes to be worth a record.
    private synchronized boolean lasts() {
        pause(patienceMillis);
        return patienceMillis == 0 || !closing;
    }

    private Optional<OpenRun> open() {
        if (files().isPresent()) {
            return opened;
        }
        try {
            var run = opening.open();
            // not under the lock: it may take long
            var process = begun().here();
            synchronized (this) {
                opened = Optional.of(run);
                describe(description.at(run.files().id()).by(process));
            }
            return Optional.of(run);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            failed("the run could not be recorded", e);
            return Optional.empty();
        }
    }

    private synchronized RunProcess begun() {
        return description.process();
    }

    private void writeTo(OpenRun run) {
        try {
            while (write(run)) {
                listen(run);
                pause(PAUSE_MILLIS);
            }
        } finally {
            run.close();
        }
    }

    private synchronized void pause(long millis) {
        var end = System.nanoTime() + millis * 1_000_000;
        try {
            for (var left = millis;
                    !closing && !urgent && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    private synchronized Waiting take() {
        var present = waiting;
        waiting = new Waiting();
        urgent = false;
        busy = true;
        return present;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /// Writes what waits; returns whether there is more to come.
    private boolean write(OpenRun run) {
        var last = isClosing();
        var present = take();
        try {
            if (problem().isEmpty()) {
                write(run, present, last);
            }
        } catch (IOException
                | UncheckedIOException
                | JsonException
                | ModelFileException
                | OutOfMemoryError e) {
            failed("the run is no longer recorded in " + run.files().folder(), e);
        } finally {
            rest();
        }
        return !(last && present.isEmpty());
    }

    private synchronized void failed(String what, Throwable e) {
        problem = what + ": " + e.getMessage();
        waiting = new Waiting();
    }

    private synchronized void rest() {
        busy = false;
        notifyAll();
    }

    private void write(OpenRun run, Waiting present, boolean last) throws IOException {
        present.description().filter(it -> it.state().isRunning()).ifPresent(run::describe);
        var computing = System.nanoTime();
        run.measured(present.points(), last);
        run.looked(present.looks());
        var found = present.data().map(Supplier::get);
        worked(System.nanoTime() - computing);
        found.ifPresent(it -> learned(run, it));
        for (var moment : present.moments()) {
            var begin = System.nanoTime();
            run.keep(moment.step(), moment.content(), isAsked());
            wrote((System.nanoTime() - begin) / 1e9);
        }
        // whoever reads that a run has ended finds everything else written
        if (present.description().filter(it -> !it.state().isRunning()).isPresent()) {
            run.describe(complete());
        }
    }

    /// Written before the first checkpoint, so that whoever goes on from one knows what it learned from.
    private void learned(OpenRun run, Map<String, Object> found) {
        RunDescription next;
        synchronized (this) {
            next = description.data(found);
            description = next;
            // one that waits would take it away again
            waiting.description().ifPresent(_ -> waiting.description(next));
        }
        // an end is told last
        if (next.state().isRunning()) {
            run.describe(next);
        }
    }

    private synchronized boolean isAsked() {
        return description.plan().asked();
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
        var result = new LinkedHashMap<>(description.status().result());
        result.put("points lost", lost);
        return description.status(description.status().result(result));
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
                for (var i = 0; i < MOST_PAUSES && opened.isPresent() && isUnwritten(); i++) {
                    wait(PAUSE_MILLIS);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isUnwritten() {
        return busy || !waiting.isEmpty();
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
