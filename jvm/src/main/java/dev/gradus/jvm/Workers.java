package dev.gradus.jvm;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A small pool that shares out the parts of one kernel.
///
/// The system property `gradus.threads` says how many threads work, the caller included; by default one
/// for each processor. How parts are shared out never changes a result: kernels are cut only where each
/// part's arithmetic stands by itself.
///
/// A worker spins for a moment before it sleeps, since the next kernel of a training step usually comes
/// within microseconds and waking a thread costs more than a small kernel.
public final class Workers {
    /// Names the system property with the number of threads.
    public static final String PROPERTY = "gradus.threads";

    /// Rounds of spinning, some tens of microseconds.
    private static final int SPINS = 10_000;

    private static final int THREADS = threads();
    private static final AtomicReference<@Nullable Job> CURRENT = new AtomicReference<>();
    private static final Thread[] SLEEPERS = start();

    private Workers() {}

    /// One part of a kernel.
    @FunctionalInterface
    public interface Part {
        /// Computes part number `index`.
        void run(int index);
    }

    /// Returns how many threads work, the caller included.
    public static int count() {
        return THREADS;
    }

    /// Runs the parts 0 to `parts - 1`, on several threads if there are some free, and returns when all are
    /// done.
    ///
    /// If a part throws, the first such exception is thrown here after all others have ended.
    public static void run(int parts, Part part) {
        if (parts <= 1 || SLEEPERS.length == 0) {
            runHere(parts, part);
            return;
        }
        var job = new Job(parts, part);
        // a second kernel at the same time, or one inside another, is run by its own thread alone
        if (!CURRENT.compareAndSet(null, job)) {
            runHere(parts, part);
            return;
        }
        try {
            for (var i = 0; i < Math.min(parts - 1, SLEEPERS.length); i++) {
                LockSupport.unpark(SLEEPERS[i]);
            }
            job.help();
            job.await();
        } finally {
            CURRENT.set(null);
        }
        job.rethrow();
    }

    private static void runHere(int parts, Part part) {
        for (var i = 0; i < parts; i++) {
            part.run(i);
        }
    }

    /// Runs `range` over `[0, size)`, cut into pieces that are multiples of `grain` long.
    public static void ranges(int size, int grain, Range range) {
        var pieces = (int) Math.min((long) THREADS * 2, ((long) size + grain - 1) / grain);
        if (pieces <= 1 || THREADS == 1) {
            range.run(0, size);
            return;
        }
        var each = ((size + pieces - 1) / pieces + grain - 1) / grain * grain;
        run(
                (size + each - 1) / each,
                index -> range.run(index * each, Math.min(size, (index + 1) * each)));
    }

    /// Works on the elements `from` (inclusive) to `to` (exclusive).
    @FunctionalInterface
    public interface Range {
        /// Computes the elements `from` to `to`.
        void run(int from, int to);
    }

    private static int threads() {
        var processors = Runtime.getRuntime().availableProcessors();
        var wanted = Integer.getInteger(PROPERTY, processors);
        if (wanted < 1 || wanted > 1024) {
            throw new IllegalArgumentException(
                    "%s is %d: give a number of threads from 1 to 1024"
                            .formatted(PROPERTY, wanted));
        }
        return wanted;
    }

    private static Thread[] start() {
        var sleepers = new Thread[THREADS - 1];
        for (var i = 0; i < sleepers.length; i++) {
            sleepers[i] =
                    Thread.ofPlatform()
                            .daemon()
                            .name("gradus-worker-" + (i + 1))
                            .unstarted(Workers::work);
        }
        for (var sleeper : sleepers) {
            sleeper.start();
        }
        return sleepers;
    }

    private static void work() {
        while (true) {
            var job = CURRENT.get();
            for (var spin = 0; spin < SPINS && (job == null || job.isTaken()); spin++) {
                Thread.onSpinWait();
                job = CURRENT.get();
            }
            if (job == null || job.isTaken()) {
                LockSupport.park(Workers.class);
            } else {
                job.help();
            }
        }
    }

    private static final class Job {
        private final int parts;
        private final Part part;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Job(int parts, Part part) {
            this.parts = parts;
            this.part = part;
        }

        boolean isTaken() {
            return next.get() >= parts;
        }

        void help() {
            for (var index = next.getAndIncrement();
                    index < parts;
                    index = next.getAndIncrement()) {
                try {
                    part.run(index);
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        void await() {
            for (var spin = 0; done.get() < parts; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }

        void rethrow() {
            switch (failure.get()) {
                case null -> {}
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
