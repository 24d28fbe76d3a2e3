package dev.gradus.train.record;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of a run ahead of it.
///
/// @param steps how many steps it is to make, or 0 if nobody knows
/// @param listens whether it can be paused and stopped from elsewhere: see [RunRecorder#goesOn]
/// @param changes what it does otherwise than its program says, because it is a branch
/// @param asked whether somebody asked for its record: of others only small checkpoints are kept, and
///     not for ever
public record RunPlan(long steps, boolean listens, RunChanges changes, boolean asked) {
    /// Nothing is known.
    public static final RunPlan UNKNOWN = new RunPlan(0, false, RunChanges.NONE);

    /// Makes the plan of a run whose record somebody asked for.
    public RunPlan(long steps, boolean listens, RunChanges changes) {
        this(steps, listens, changes, true);
    }

    RunPlan listening() {
        return new RunPlan(steps, true, changes, asked);
    }

    RunPlan asked(boolean is) {
        return new RunPlan(steps, listens, changes, is);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("steps", steps);
        json.put("listens", listens);
        json.put("changes", changes.map());
        json.put("asked", asked);
        return json;
    }

    static RunPlan of(Map<String, Object> json) {
        return new RunPlan(
                json.get("steps") instanceof Long steps && steps > 0 ? steps : 0,
                Boolean.TRUE.equals(json.get("listens")),
                json.get("changes") instanceof Map<?, ?> changes
                        ? changes(changes)
                        : RunChanges.NONE,
                !Boolean.FALSE.equals(json.get("asked")));
    }

    private static RunChanges changes(Map<?, ?> map) {
        try {
            return RunChanges.of(map);
        } catch (IllegalArgumentException _) {
            // no run has trained with that: somebody else wrote it
            return RunChanges.NONE;
        }
    }
}
