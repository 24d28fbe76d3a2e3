package dev.gradus.train.record;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of a run ahead of it.
///
/// @param steps how many steps it is to make, or 0 if nobody knows
/// @param listens whether it can be paused and stopped from elsewhere: see [RunRecorder#goesOn]
/// @param changes what it does otherwise than its program says, because it is a branch
public record RunPlan(long steps, boolean listens, RunChanges changes) {
    /// Nothing is known.
    public static final RunPlan UNKNOWN = new RunPlan(0, false, RunChanges.NONE);

    RunPlan listening() {
        return new RunPlan(steps, true, changes);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("steps", steps);
        json.put("listens", listens);
        json.put("changes", changes.map());
        return json;
    }

    static RunPlan of(Map<String, Object> json) {
        return new RunPlan(
                json.get("steps") instanceof Long steps && steps > 0 ? steps : 0,
                Boolean.TRUE.equals(json.get("listens")),
                json.get("changes") instanceof Map<?, ?> changes
                        ? changes(changes)
                        : RunChanges.NONE);
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
