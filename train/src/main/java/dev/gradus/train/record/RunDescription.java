package dev.gradus.train.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a run is: the content of `run.json`.
///
/// @param id the name of its folder
/// @param name what its maker calls it
/// @param started when it began
/// @param settings how it trains
/// @param data what it learns from
/// @param process who writes it
/// @param parent the moment of another run it began from, if it did
/// @param plan what is known of it ahead
/// @param status how it stands
public record RunDescription(
        String id,
        String name,
        Instant started,
        Map<String, Object> settings,
        Map<String, Object> data,
        RunProcess process,
        Optional<RunParent> parent,
        RunPlan plan,
        RunStatus status) {
    static final int VERSION = 1;

    private static final String FORMAT = "gradus run";

    /// Copies the collections.
    public RunDescription {
        settings = copy(settings);
        data = copy(data);
    }

    private static Map<String, Object> copy(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// Returns how it stands, in a word.
    public RunState state() {
        return status.state();
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("name", name);
        json.put("started", started);
        status.write(json);
        process.write(json);
        parent.ifPresent(it -> it.write(json));
        json.put("settings", settings);
        json.put("data", data);
        json.put("plan", plan.json());
        return json;
    }

    /// Returns what a file says, or nothing if it is no description of a run in this version.
    static Optional<RunDescription> of(String id, Map<String, Object> json) {
        var fields = new JsonFields(json);
        if (!FORMAT.equals(fields.exactly("format")) || fields.whole("version") != VERSION) {
            return Optional.empty();
        }
        return Optional.of(
                new RunDescription(
                        id,
                        fields.name("name"),
                        fields.time("started").orElse(Instant.EPOCH),
                        fields.map("settings"),
                        fields.map("data"),
                        RunProcess.of(fields),
                        RunParent.of(fields),
                        RunPlan.of(fields.map("plan")),
                        RunStatus.of(fields)));
    }

    /// Returns what is known of a run whose file cannot be read.
    static RunDescription unreadable(String id) {
        return new RunDescription(
                id,
                id,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                RunProcess.UNKNOWN,
                Optional.empty(),
                RunPlan.UNKNOWN,
                RunStatus.BEGUN.ended(
                        RunState.LOST, "Its run.json cannot be read.", Optional.empty()));
    }

    /// Returns the description of the run in the folder of this name.
    RunDescription at(String folder) {
        return new RunDescription(
                folder, name, started, settings, data, process, parent, plan, status);
    }

    RunDescription by(RunProcess writer) {
        return new RunDescription(id, name, started, settings, data, writer, parent, plan, status);
    }

    RunDescription data(Map<String, Object> found) {
        return new RunDescription(
                id, name, started, settings, found, process, parent, plan, status);
    }

    RunDescription status(RunStatus next) {
        return new RunDescription(id, name, started, settings, data, process, parent, plan, next);
    }

    RunDescription listening() {
        return new RunDescription(
                id, name, started, settings, data, process, parent, plan.listening(), status);
    }

    /// Returns the description of the same run, written by this process from now on.
    RunDescription here() {
        return by(process.takenOver()).status(RunStatus.BEGUN);
    }
}
