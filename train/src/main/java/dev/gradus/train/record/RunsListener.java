package dev.gradus.train.record;

import java.util.List;

/// Is told what happens in a runs directory, on the thread of the [RunsWatch].
///
/// Every method does nothing unless it is overridden.
public interface RunsListener {
    /// A run is there: one that was when watching began, or a new one. What a running one has written
    /// so far is told next; of one that has ended, [RecordedRun] gives it.
    default void found(RecordedRun run) {}

    /// Its description has another content, or its process has died.
    default void changed(RecordedRun run, RunDescription description) {}

    /// Something was measured.
    default void measured(RecordedRun run, List<RunPoint> points) {}

    /// Statistics of its layers were taken.
    default void looked(RecordedRun run, List<RunStatistics> statistics) {}

    /// It was taken up again: what came after that step does not count any more.
    default void rewound(RecordedRun run, long step) {}

    /// There are other checkpoints than before.
    default void checkpoints(RecordedRun run, List<RunCheckpoint> checkpoints) {}

    /// It was deleted.
    default void deleted(String id) {}
}
