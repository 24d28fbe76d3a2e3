package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.Files;

/// Keeps the checkpoints of all runs that nobody asked to record within bounds: the oldest go. What was
/// measured in those runs stays, and so does everything of a run that somebody asked for.
final class UnaskedCheckpoints {
    static final long MOST_BYTES = 2L << 30;

    private UnaskedCheckpoints() {}

    /// Makes room in the directory of the run that lies in `latest`, which keeps its own.
    static void thin(RunFiles latest) throws IOException {
        var directory = latest.folder().getParent();
        if (directory != null) {
            thin(RunsDirectory.of(directory), latest.id(), MOST_BYTES);
        }
    }

    static void thin(RunsDirectory directory, String latest, long most) throws IOException {
        var runs = directory.list();
        var bytes = runs.stream().mapToLong(UnaskedCheckpoints::bytes).sum();
        if (bytes <= most) {
            // nearly always: not one description has to be read
            return;
        }
        var taken = 0L;
        for (var run : runs) {
            var size = bytes(run);
            if (size == 0 || run.description().plan().asked()) {
                continue;
            }
            taken += size;
            if (taken > most && !run.id().equals(latest) && !run.state().isRunning()) {
                for (var checkpoint : run.checkpoints()) {
                    Files.deleteIfExists(checkpoint.file());
                }
            }
        }
    }

    private static long bytes(RecordedRun run) {
        return run.checkpoints().stream().mapToLong(RunCheckpoint::bytes).sum();
    }
}
