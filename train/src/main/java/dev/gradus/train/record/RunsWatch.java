package dev.gradus.train.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Follows what is written to a runs directory until it is closed.
///
/// The system says where something changed, which is quick; and twice a second it looks by itself,
/// because not every file system says so, and because a process that dies says nothing.
public final class RunsWatch implements AutoCloseable {
    private static final long POLL_MILLIS = 500;

    /// Lines come in bursts: a short while later there is more to be read at once.
    private static final long GATHER_MILLIS = 30;

    private final RunsDirectory directory;
    private final RunsListener listener;
    private final Map<String, FollowedRun> followed = new HashMap<>();
    private final Set<Path> registered = new HashSet<>();
    private final Thread thread;
    private volatile boolean closed;

    RunsWatch(RunsDirectory directory, RunsListener listener) {
        this.directory = directory;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("gradus-runs-watch").start(this::follow);
    }

    private void follow() {
        try (var events = directory.path().getFileSystem().newWatchService()) {
            while (!closed) {
                look(events);
                await(events);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the runs in %s cannot be watched: %s"
                            .formatted(directory.path(), e.getMessage()),
                    e);
        } catch (InterruptedException | ClosedWatchServiceException _) {
            // close() was called
            return;
        }
    }

    private void await(WatchService events) throws InterruptedException {
        var key = events.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (key == null) {
            return;
        }
        Thread.sleep(GATHER_MILLIS);
        for (var next = key; next != null; next = events.poll()) {
            next.pollEvents();
            if (!next.reset()) {
                registered.remove((Path) next.watchable());
            }
        }
    }

    private void look(WatchService events) {
        register(events, directory.path());
        var seen = new HashSet<String>();
        for (var run : directory.list()) {
            seen.add(run.id());
            var known = followed.get(run.id());
            if (known == null) {
                known = new FollowedRun(run, listener);
                followed.put(run.id(), known);
                known.begin();
            } else {
                known.look();
            }
            if (known.isRunning()) {
                register(events, run.folder());
            }
        }
        followed.keySet()
                .removeIf(id -> {
                    if (seen.contains(id)) {
                        return false;
                    }
                    listener.deleted(id);
                    return true;
                });
    }

    private void register(WatchService events, Path folder) {
        if (registered.contains(folder) || !Files.isDirectory(folder)) {
            return;
        }
        try {
            folder.register(
                    events,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            registered.add(folder);
        } catch (IOException | UnsupportedOperationException _) {
            // the system watches no more folders, or none at all: looking twice a second remains
            return;
        }
    }

    /// Stops watching, and waits until the listener is told nothing more.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
