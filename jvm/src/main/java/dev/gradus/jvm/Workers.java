package dev.gradus.jvm;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final AtomicBoolean BUSY = new AtomicBoolean();
    private static final Job JOB = new Job();
    private static final Cut CUT = new Cut();
    private static final AtomicInteger ASLEEP = new AtomicInteger();
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
        // a second kernel at the same time, or one inside another, is run by its own thread alone
        if (parts <= 1 || SLEEPERS.length == 0 || !BUSY.compareAndSet(false, true)) {
            for (var i = 0; i < parts; i++) {
                part.run(i);
            }
            return;
        }
        try {
            share(parts, part);
        } finally {
            BUSY.set(false);
        }
    }

    private static void share(int parts, Part part) {
        JOB.offer(parts, part);
        // waking a thread that is not asleep costs as much as a small kernel
        for (var i = 0; i < SLEEPERS.length && ASLEEP.get() > 0; i++) {
            LockSupport.unpark(SLEEPERS[i]);
        }
        JOB.help();
        JOB.await(parts);
        JOB.rethrow();
    }

    /// Runs `range` over `[0, size)`, cut into pieces that are multiples of `grain` long.
    public static void ranges(int size, int grain, Range range) {
        var pieces = (int) Math.min((long) THREADS * 2, ((long) size + grain - 1) / grain);
        if (pieces <= 1 || THREADS == 1 || !BUSY.compareAndSet(false, true)) {
            range.run(0, size);
            return;
        }
        try {
            CUT.each = ((size + pieces - 1) / pieces + grain - 1) / grain * grain;
            CUT.size = size;
            CUT.range = range;
            share((size + CUT.each - 1) / CUT.each, CUT);
        } finally {
            BUSY.set(false);
        }
    }

    /// The pieces of a range; one object for all, which belongs to who made [#BUSY] true.
    private static final class Cut implements Part {
        private Range range = (_, _) -> {};
        private int size;
        private int each;

        @Override
        public void run(int index) {
            range.run(index * each, Math.min(size, (index + 1) * each));
        }
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
            for (var spin = 0; spin < SPINS && JOB.isTaken(); spin++) {
                Thread.onSpinWait();
            }
            // counted before the last look, so that who offers a job after it sees the sleeper
            ASLEEP.incrementAndGet();
            if (JOB.isTaken()) {
                LockSupport.park(Workers.class);
            }
            ASLEEP.decrementAndGet();
            JOB.help();
        }
    }

    /// What is being shared out. There is one for all kernels, so that sharing out allocates nothing.
    private static final class Job {
        /// How many parts there are in the upper half, the number of the next one in the lower half: who
        /// takes a part learns in one go whether it is one. Until that part is done the rest stays.
        private final AtomicLong state = new AtomicLong();

        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private Part part = _ -> {};

        void offer(int parts, Part work) {
            part = work;
            failure.set(null);
            done.set(0);
            state.set((long) parts << 32);
        }

        boolean isTaken() {
            return isTaken(state.get());
        }

        private static boolean isTaken(long state) {
            return (int) state >= (int) (state >>> 32);
        }

        void help() {
            while (!isTaken()) {
                var taken = state.getAndIncrement();
                if (isTaken(taken)) {
                    return;
                }
                try {
                    part.run((int) taken);
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        void await(int parts) {
            for (var spin = 0; done.get() < parts; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }

        void rethrow() {
            switch (failure.getAndSet(null)) {
                case null -> {}
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
