package dev.gradus.train.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How a run stands: what changes while it trains.
///
/// @param state running, paused, or how it ended
/// @param explanation why it ended, or nothing
/// @param ended when it ended, or when it was last heard of
/// @param result what came of it
public record RunStatus(
        RunState state, String explanation, Optional<Instant> ended, Map<String, Object> result) {
    static final RunStatus BEGUN = new RunStatus(RunState.RUNNING, "", Optional.empty(), Map.of());

    /// Copies the map.
    public RunStatus {
        result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
    }

    RunStatus running(RunState next) {
        return new RunStatus(next, "", Optional.empty(), result);
    }

    RunStatus ended(RunState next, String why, Optional<Instant> when) {
        return new RunStatus(next, why, when, result);
    }

    RunStatus result(Map<String, Object> found) {
        return new RunStatus(state, explanation, ended, found);
    }

    static RunStatus of(JsonFields fields) {
        return new RunStatus(
                RunState.of(fields.exactly("state")),
                fields.text("explanation"),
                fields.time("ended"),
                fields.map("result"));
    }

    void write(Map<String, Object> json) {
        json.put("state", state);
        json.put("explanation", explanation);
        ended.ifPresent(time -> json.put("ended", time));
        json.put("result", result);
    }
}
