package dev.gradus.train.record;

import java.util.Map;
import java.util.Optional;

/// The moment of another run that a branch began from.
///
/// @param run the id of that run
/// @param step the step of its checkpoint
public record RunParent(String run, long step) {
    static Optional<RunParent> of(RunCheckpoint checkpoint) {
        // a checkpoint lies two floors below the folder of its run
        var checkpoints = checkpoint.file().toAbsolutePath().getParent();
        var folder = checkpoints == null ? null : checkpoints.getParent();
        return folder == null
                ? Optional.empty()
                : of(String.valueOf(folder.getFileName()), checkpoint.step());
    }

    private static Optional<RunParent> of(String run, long step) {
        return RunFiles.isId(run) ? Optional.of(new RunParent(run, step)) : Optional.empty();
    }

    static Optional<RunParent> of(JsonFields fields) {
        return of(fields.exactly("parent"), fields.whole("parentStep"));
    }

    void write(Map<String, Object> json) {
        json.put("parent", run);
        json.put("parentStep", step);
    }
}
