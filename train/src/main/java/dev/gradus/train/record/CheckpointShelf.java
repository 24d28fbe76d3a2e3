package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;

/// Keeps the checkpoints of a run few: the first, the latest, and some in between that lie apart as
/// evenly as they can.
///
/// @param least so many are kept, however large they are
/// @param mostBytes how many bytes they may take otherwise
/// @param largest how many bytes one may take to be kept at all
record CheckpointShelf(int least, long mostBytes, long largest) {
    static final int MOST = 20;

    /// Room for a run that somebody asked to record.
    static final CheckpointShelf ASKED = new CheckpointShelf(3, 1L << 30, Long.MAX_VALUE);

    /// Room for a run that is recorded without anybody having asked.
    static final CheckpointShelf UNASKED = new CheckpointShelf(1, 1L << 28, 1L << 28);

    void put(RunFiles files, long step, RunCheckpoint.Content content) throws IOException {
        if (content.bytes() > largest) {
            return;
        }
        RunCheckpoint.write(files.checkpoint(step), content);
        thin(files);
    }

    private void thin(RunFiles files) throws IOException {
        var kept = new ArrayList<>(files.checkpoints());
        while (kept.size() > least
                && (kept.size() > MOST
                        || kept.stream().mapToLong(RunCheckpoint::bytes).sum() > mostBytes)) {
            Files.deleteIfExists(kept.remove(spare(kept)).file());
        }
    }

    /// Returns the one that can be spared best: never the latest.
    private static int spare(ArrayList<RunCheckpoint> kept) {
        var spare = kept.size() == 2 ? 0 : 1;
        for (var i = 1; i < kept.size() - 1; i++) {
            if (gap(kept, i) < gap(kept, spare)) {
                spare = i;
            }
        }
        return spare;
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
