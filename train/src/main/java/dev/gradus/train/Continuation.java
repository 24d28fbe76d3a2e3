package dev.gradus.train;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where a training goes on from.
///
/// @param run the run
/// @param checkpoint the moment
/// @param branch whether settings may differ, which makes it another run
record Continuation(RecordedRun run, RunCheckpoint checkpoint, boolean branch) {
    static Continuation resume(RecordedRun run, RunCheckpoint checkpoint) {
        return new Continuation(run, checkpoint, false);
    }

    static Continuation branch(RecordedRun run, RunCheckpoint checkpoint) {
        return new Continuation(run, checkpoint, true);
    }

    /// Refuses to go on with something else.
    void check(Map<String, Object> settings, Map<String, Object> data) {
        if (run.state().isRunning()) {
            throw new IllegalStateException(
                    "the run %s is being written by process %d: end that first"
                            .formatted(run.id(), run.description().process().pid()));
        }
        var differences = differences(settings, data);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "the run %s cannot be resumed by this trainer: %s. With other settings a run is another one: use branch(run, checkpoint)"
                            .formatted(run.id(), String.join("; ", differences)));
        }
    }

    List<String> differences(Map<String, Object> settings, Map<String, Object> data) {
        var description = run.description();
        var found = compared(description.settings(), settings);
        found.addAll(compared(description.data(), data));
        return found;
    }

    private static List<String> compared(Map<String, Object> there, Map<String, Object> here) {
        var before = plain(there);
        var now = plain(here);
        var names = new LinkedHashMap<>(before);
        names.putAll(now);
        var found = new ArrayList<String>();
        for (var name : names.keySet()) {
            if (!Objects.equals(before.get(name), now.get(name))) {
                found.add(
                        "its %s is %s, here it is %s"
                                .formatted(name, before.get(name), now.get(name)));
            }
        }
        return found;
    }

    /// Returns the values as a file would give them back.
    private static Map<String, Object> plain(Map<String, Object> values) {
        try {
            return Json.read(Json.line(values));
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns whether the run learned from the same examples in the same batches.
    boolean hasSameBatches(int batch, long seed, Map<String, Object> data) {
        var description = run.description();
        return compared(description.data(), data).isEmpty()
                && description.settings().get("batch") instanceof Long before
                && before == batch
                && description.settings().get("seed") instanceof Long chance
                && chance == seed;
    }
}
