package dev.gradus.studio.playground;

import dev.gradus.tensor.ComputationInterruptedException;
import org.jspecify.annotations.Nullable;

/// Work beside a run, on a thread of its own; new work ends what was begun before.
final class Aside {
    private final String name;
    private @Nullable Thread thread;

    Aside(String name) {
        this.name = name;
    }

    /// Something that takes a while and can be interrupted.
    interface Work {
        void run() throws InterruptedException;
    }

    void start(Work work) {
        stop();
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("gradus-" + name)
                        .priority(Thread.MIN_PRIORITY)
                        .start(() -> {
                            try {
                                work.run();
                            } catch (InterruptedException | ComputationInterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    boolean isBusy() {
        return thread != null && thread.isAlive();
    }

    void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }
}
