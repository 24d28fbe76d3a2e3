package dev.gradus.train.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run is: the content of `run.json`.
///
/// @param id the name of its folder
/// @param name what its maker calls it
/// @param state how it stands
/// @param explanation why it ended, or nothing
/// @param started when it began
/// @param ended when it ended, or when it was last heard of
/// @param command how it was begun, as one would type it, or nothing
/// @param launch the same as the arguments of the `gradus` command, or none if it was begun otherwise
/// @param folder the folder it was begun in
/// @param settings how it trains
/// @param data what it learns from
/// @param machine what it is computed on
/// @param library the version of Gradus
/// @param host the name of the machine
/// @param pid the number of the process
/// @param processStarted when that process began
/// @param parent the run whose checkpoint it began from, if it did
/// @param parentStep the step of that checkpoint
/// @param result what came of it
/// @param plan what is known of it ahead
public record RunDescription(
        String id,
        String name,
        RunState state,
        String explanation,
        Instant started,
        Optional<Instant> ended,
        String command,
        List<String> launch,
        String folder,
        Map<String, Object> settings,
        Map<String, Object> data,
        Map<String, Object> machine,
        String library,
        String host,
        long pid,
        Instant processStarted,
        Optional<String> parent,
        long parentStep,
        Map<String, Object> result,
        RunPlan plan) {
    static final int VERSION = 1;

    private static final String FORMAT = "gradus run";
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ARGUMENTS = 1_000;

    /// Copies the collections.
    public RunDescription {
        launch = List.copyOf(launch);
        settings = copy(settings);
        data = copy(data);
        machine = copy(machine);
        result = copy(result);
    }

    private static Map<String, Object> copy(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("name", name);
        json.put("state", state);
        json.put("explanation", explanation);
        json.put("started", started);
        ended.ifPresent(time -> json.put("ended", time));
        json.put("command", command);
        json.put("launch", launch);
        json.put("folder", folder);
        json.put("settings", settings);
        json.put("data", data);
        json.put("machine", machine);
        json.put("library", library);
        json.put("host", host);
        json.put("pid", pid);
        json.put("processStarted", processStarted);
        parent.ifPresent(run -> {
            json.put("parent", run);
            json.put("parentStep", parentStep);
        });
        json.put("result", result);
        json.put("plan", plan.json());
        return json;
    }

    /// Returns what a file says, or nothing if it is no description of a run in this version.
    static Optional<RunDescription> of(String id, Map<String, Object> json) {
        if (!FORMAT.equals(json.get("format")) || whole(json.get("version")) != VERSION) {
            return Optional.empty();
        }
        return Optional.of(
                new RunDescription(
                        id,
                        PlainText.limited(text(json.get("name")), LONGEST_NAME),
                        state(text(json.get("state"))),
                        PlainText.limited(text(json.get("explanation")), LONGEST_TEXT),
                        time(json.get("started")).orElse(Instant.EPOCH),
                        time(json.get("ended")),
                        PlainText.limited(text(json.get("command")), LONGEST_TEXT),
                        texts(json.get("launch")),
                        text(json.get("folder")),
                        map(json.get("settings")),
                        map(json.get("data")),
                        map(json.get("machine")),
                        PlainText.limited(text(json.get("library")), LONGEST_NAME),
                        PlainText.limited(text(json.get("host")), LONGEST_NAME),
                        whole(json.get("pid")),
                        time(json.get("processStarted")).orElse(Instant.EPOCH),
                        Optional.of(text(json.get("parent"))).filter(RunFiles::isId),
                        whole(json.get("parentStep")),
                        map(json.get("result")),
                        RunPlan.of(map(json.get("plan")))));
    }

    private static RunState state(String name) {
        for (var state : RunState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return RunState.LOST;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }

    private static Optional<Instant> time(@Nullable Object value) {
        try {
            return value instanceof String text
                    ? Optional.of(Instant.parse(text))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list && list.size() <= MOST_ARGUMENTS
                ? list.stream().map(RunDescription::text).toList()
                : List.of();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var copy = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> copy.put(String.valueOf(key), item));
        }
        return copy;
    }

    RunDescription data(Map<String, Object> found) {
        return new RunDescription(
                id,
                name,
                state,
                explanation,
                started,
                ended,
                command,
                launch,
                folder,
                settings,
                found,
                machine,
                library,
                host,
                pid,
                processStarted,
                parent,
                parentStep,
                result,
                plan);
    }

    RunDescription state(RunState next, String why, Optional<Instant> when) {
        return new RunDescription(
                id,
                name,
                next,
                why,
                started,
                when,
                command,
                launch,
                folder,
                settings,
                data,
                machine,
                library,
                host,
                pid,
                processStarted,
                parent,
                parentStep,
                result,
                plan);
    }

    RunDescription listening() {
        return new RunDescription(
                id,
                name,
                state,
                explanation,
                started,
                ended,
                command,
                launch,
                folder,
                settings,
                data,
                machine,
                library,
                host,
                pid,
                processStarted,
                parent,
                parentStep,
                result,
                plan.listening());
    }

    RunDescription result(Map<String, Object> found) {
        return new RunDescription(
                id,
                name,
                state,
                explanation,
                started,
                ended,
                command,
                launch,
                folder,
                settings,
                data,
                machine,
                library,
                host,
                pid,
                processStarted,
                parent,
                parentStep,
                found,
                plan);
    }

    /// Returns the description of the same run, written by this process from now on.
    RunDescription here() {
        return new RunDescription(
                id,
                name,
                RunState.RUNNING,
                "",
                started,
                Optional.empty(),
                command,
                launch,
                folder,
                settings,
                data,
                machine,
                library,
                Processes.hostHere(),
                Processes.pidHere(),
                Processes.startedHere(),
                parent,
                parentStep,
                Map.of(),
                plan);
    }
}
