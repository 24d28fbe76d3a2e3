package dev.gradus.course.picture;

import dev.gradus.course.check.Verdict;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Watches time and threads while a question is answered, from inside of the Java that answers.
final class PictureWatch {
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private final long nanoseconds;
    private final int threads;
    private final Consumer<Verdict> over;
    private volatile boolean isRunning;
    private volatile long end;

    PictureWatch(long milliseconds, int threads, Consumer<Verdict> over) {
        nanoseconds = TimeUnit.MILLISECONDS.toNanos(milliseconds);
        this.threads = threads;
        this.over = over;
    }

    void begin() {
        end = System.nanoTime() + nanoseconds;
        isRunning = true;
    }

    void pause() {
        isRunning = false;
    }

    void start() {
        var watch = new Thread(this::run, "gradus-watch");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
    }

    private void run() {
        var management = ManagementFactory.getThreadMXBean();
        var most = management.getThreadCount() + threads;
        while (true) {
            LockSupport.parkNanos(PAUSE);
            if (management.getThreadCount() > most) {
                over.accept(Verdict.STARTED_TOO_MANY_THREADS);
                return;
            }
            if (isRunning && System.nanoTime() - end > 0) {
                over.accept(Verdict.RAN_TOO_LONG);
                return;
            }
        }
    }
}
