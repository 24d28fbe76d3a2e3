package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Keeps the checkpoints of all runs that nobody asked to record within bounds: the oldest go. What was
/// measured in those runs stays, and so does everything of a run that somebody asked for.
final class UnaskedCheckpoints {
    static final long MOST_BYTES = 2L << 30;

    private UnaskedCheckpoints() {}

    /// Makes room for those of the run in `files`, which has none yet.
    static void makeRoom(RunFiles files) throws IOException {
        var directory = files.folder().getParent();
        if (directory != null) {
            thin(RunsDirectory.of(directory), MOST_BYTES - CheckpointShelf.UNASKED.mostBytes());
        }
    }

    static void thin(RunsDirectory directory, long most) throws IOException {
        var left = most;
        // the youngest first
        for (var run : directory.list()) {
            var checkpoints = run.checkpoints();
            if (checkpoints.isEmpty() || run.description().plan().asked()) {
                continue;
            }
            left -= checkpoints.stream().mapToLong(RunCheckpoint::bytes).sum();
            if (left < 0 && !run.state().isRunning()) {
                delete(checkpoints);
            }
        }
    }

    private static void delete(List<RunCheckpoint> checkpoints) throws IOException {
        for (var checkpoint : checkpoints) {
            Files.deleteIfExists(checkpoint.file());
        }
    }
}
