package dev.gradus.cli;

import dev.gradus.train.record.Launch;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What must hold before the command of a recorded run is begun once more.
final class RunStart {
    private RunStart() {}

    /// Returns the checkpoint after this step, or the last one.
    static RunCheckpoint checkpoint(RecordedRun run, @Nullable Long step) {
        var all = run.checkpoints();
        if (all.isEmpty()) {
            throw CommandFailure.failed(
                    "The run %s has no checkpoint: it ended before the first one, so train anew."
                            .formatted(run.id()));
        }
        if (step == null) {
            return all.getLast();
        }
        return run.checkpoint(step)
                .orElseThrow(() ->
                        CommandFailure.wrongUse(
                                "There is no checkpoint after step %d: there are %s."
                                        .formatted(
                                                step,
                                                all.stream()
                                                        .map(it -> Long.toString(it.step()))
                                                        .collect(Collectors.joining(", ")))));
    }

    /// What a file says is begun only if it is one of these two.
    static void requireKnown(RecordedRun run, Launch launch) {
        if (launch.arguments().isEmpty()) {
            throw CommandFailure.failed(
                    "The run %s was not begun by the gradus command: go on with it in its program, trainer.resume(run, checkpoint)."
                            .formatted(run.id()));
        }
        switch (launch.arguments().getFirst()) {
            case "quickstart" -> {}
            case "run" -> requireFolder(run);
            default ->
                    throw CommandFailure.failed(
                            "The run %s names a command that cannot go on.".formatted(run.id()));
        }
    }

    /// A program may read files beside it.
    private static void requireFolder(RecordedRun run) {
        var here = Path.of("").toAbsolutePath().toString();
        var there = run.description().process().folder();
        if (!here.equals(there)) {
            throw CommandFailure.wrongUse(
                    "The program was begun in %s: go there first, its files may be there."
                            .formatted(there.replaceAll("\\p{C}", "?")));
        }
    }
}
