package dev.gradus.train.record;

import dev.gradus.io.Machine;
import dev.gradus.io.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The process that writes a run, and how it was begun.
///
/// @param command how it was begun, as one would type it, or nothing
/// @param launch the same as the arguments of the `gradus` command, or none if it was begun otherwise
/// @param folder the folder it was begun in
/// @param machine what it computes on
/// @param library the version of Gradus
/// @param host the name of the machine
/// @param pid its number
/// @param started when it began
public record RunProcess(
        String command,
        List<String> launch,
        String folder,
        Map<String, Object> machine,
        String library,
        String host,
        long pid,
        Instant started) {
    static final RunProcess UNKNOWN = begunAs("");

    /// Copies the collections.
    public RunProcess {
        launch = List.copyOf(launch);
        machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
    }

    /// Returns a process of which no more is known than how it was begun.
    static RunProcess begunAs(String command) {
        return new RunProcess(command, List.of(), "", Map.of(), "", "", 0, Instant.EPOCH);
    }

    /// Returns this process, begun like that, or if nothing is known as the command line says. To ask for
    /// the name of the machine may take seconds where a network is not what it should be.
    RunProcess here() {
        var launch = Launch.ofProcess();
        return new RunProcess(
                command.isEmpty() ? launch.command() : command,
                launch.arguments(),
                Path.of("").toAbsolutePath().toString(),
                Machine.here().description(),
                Provenance.libraryVersion(),
                Processes.hostHere(),
                Processes.pidHere(),
                Processes.startedHere());
    }

    /// Returns this process in the place of the one that wrote before, which was begun the same way.
    RunProcess takenOver() {
        return new RunProcess(
                command,
                launch,
                folder,
                machine,
                library,
                Processes.hostHere(),
                Processes.pidHere(),
                Processes.startedHere());
    }

    /// Returns whether it is known to have ended.
    boolean isGone() {
        return Processes.isGone(host, pid, started);
    }

    static RunProcess of(JsonFields fields) {
        return new RunProcess(
                fields.text("command"),
                fields.texts("launch"),
                fields.exactly("folder"),
                fields.map("machine"),
                fields.name("library"),
                fields.name("host"),
                fields.whole("pid"),
                fields.time("processStarted").orElse(Instant.EPOCH));
    }

    void write(Map<String, Object> json) {
        json.put("command", command);
        json.put("launch", launch);
        json.put("folder", folder);
        json.put("machine", machine);
        json.put("library", library);
        json.put("host", host);
        json.put("pid", pid);
        json.put("processStarted", started);
    }
}
