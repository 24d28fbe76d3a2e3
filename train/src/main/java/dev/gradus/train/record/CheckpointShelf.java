package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;

/// Keeps the checkpoints of a run few: the first, the latest, and some in between that lie apart as
/// evenly as they can.
final class CheckpointShelf {
    static final int MOST = 20;

    private static final int LEAST = 3;
    private static final long MOST_BYTES = 1L << 30;

    private CheckpointShelf() {}

    static void put(RunFiles files, long step, RunCheckpoint.Content content) throws IOException {
        RunCheckpoint.write(files.checkpoint(step), content);
        thin(files);
    }

    private static void thin(RunFiles files) throws IOException {
        var kept = new ArrayList<>(files.checkpoints());
        while (kept.size() > LEAST
                && (kept.size() > MOST
                        || kept.stream().mapToLong(RunCheckpoint::bytes).sum() > MOST_BYTES)) {
            var spare = 1;
            for (var i = 1; i < kept.size() - 1; i++) {
                if (gap(kept, i) < gap(kept, spare)) {
                    spare = i;
                }
            }
            Files.deleteIfExists(kept.remove(spare).file());
        }
    }

    /// Returns how wide a gap it would leave.
    private static long gap(ArrayList<RunCheckpoint> kept, int index) {
        return kept.get(index + 1).step() - kept.get(index - 1).step();
    }

    /// Takes away what a run that is taken up again after `step` will write anew, and drafts that a
    /// process has left behind.
    static void rewind(RunFiles files, long step) throws IOException {
        for (var checkpoint : files.checkpoints()) {
            if (checkpoint.step() > step) {
                Files.deleteIfExists(checkpoint.file());
            }
        }
        if (!Files.isDirectory(files.checkpointFolder())) {
            return;
        }
        try (var all = Files.list(files.checkpointFolder())) {
            for (var file : all.filter(it -> it.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
