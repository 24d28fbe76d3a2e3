package dev.gradus.course.run;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Watches time and threads from inside of the Java that runs a learner's program.
final class Watch {
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private Watch() {}

    /// Starts to watch; what happens first is told, once.
    static void start(Duration time, int threads, Runnable timeOver, Runnable threadsOver) {
        var management = ManagementFactory.getThreadMXBean();
        var end = System.nanoTime() + time.toNanos();
        var most = management.getThreadCount() + threads;
        var watch =
                new Thread(
                        () -> {
                            while (true) {
                                LockSupport.parkNanos(PAUSE);
                                if (management.getThreadCount() > most) {
                                    threadsOver.run();
                                    return;
                                }
                                if (System.nanoTime() - end > 0) {
                                    timeOver.run();
                                    return;
                                }
                            }
                        },
                        "gradus-watch");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
    }
}
