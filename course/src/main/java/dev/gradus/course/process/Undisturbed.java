package dev.gradus.course.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Does work on files that an interrupt must not reach: Java closes the file that an interrupted thread is
/// reading or writing, for everybody who has it open.
public final class Undisturbed {
    private Undisturbed() {}

    /// Something to be done.
    public interface Work<T> {
        /// Does it.
        T run() throws IOException;
    }

    /// Does the work to its end; whoever is interrupted meanwhile is so afterwards.
    ///
    /// @throws IOException if the work does
    public static <T> T run(Work<T> work) throws IOException {
        var task = new FutureTask<>(work::run);
        Thread.ofPlatform().daemon().name("gradus-undisturbed").start(task);
        var isInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
