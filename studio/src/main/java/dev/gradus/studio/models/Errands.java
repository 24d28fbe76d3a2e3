package dev.gradus.studio.models;

import dev.gradus.tensor.ComputationInterruptedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A thread that does one thing after the other. A question that is asked again before its turn takes the
/// place of the one before: while somebody draws, only the newest picture is looked at.
public final class Errands implements AutoCloseable {
    private static final int MOST = 64;

    private final Map<String, Runnable> waiting = new LinkedHashMap<>();
    private final Thread thread;
    private boolean closed;

    /// Begins a thread of this name.
    public Errands(String name) {
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    /// Adds an errand.
    ///
    /// @param key that of which only the newest counts
    /// @throws IllegalArgumentException if too much waits
    public synchronized void add(String key, Runnable errand) {
        waiting.remove(key);
        if (waiting.size() >= MOST) {
            throw new IllegalArgumentException("more was asked for than can be done");
        }
        waiting.put(key, errand);
        notifyAll();
    }

    private void work() {
        try {
            for (var next = next(); next != null; next = next()) {
                next.run();
            }
        } catch (InterruptedException | ComputationInterruptedException _) {
            // the page has gone
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Runnable next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        var first = waiting.entrySet().iterator().next();
        waiting.remove(first.getKey());
        return first.getValue();
    }

    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
        notifyAll();
    }
}
