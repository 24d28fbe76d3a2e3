package dev.gradus.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where a model comes from: enough to make it again, and to doubt it.
///
/// @param data the name of the training data
/// @param dataHash the SHA-256 of the training data
/// @param seed what all chance followed from
/// @param library the version of Gradus
/// @param machine what it was trained on
/// @param time when it was trained
/// @param command how it was made, as the maker says
/// @param settings how it was trained
/// @param metrics how good it was found, and on what
public record Provenance(
        String data,
        String dataHash,
        long seed,
        String library,
        Machine machine,
        Instant time,
        String command,
        Map<String, Object> settings,
        Map<String, Object> metrics) {
    /// Copies the maps.
    public Provenance {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /// Returns the provenance of something made here and now.
    public static Provenance now(
            String data, String dataHash, long seed, String command, Map<String, Object> settings) {
        return new Provenance(
                data,
                dataHash,
                seed,
                libraryVersion(),
                Machine.here(),
                Instant.now(),
                command,
                settings,
                Map.of());
    }

    /// Returns the provenance of a network of which nothing else is known.
    public static Provenance unstated() {
        return now("not stated", "", 0, "", Map.of());
    }

    /// Returns the version of Gradus that is running.
    public static String libraryVersion() {
        var module = Provenance.class.getModule();
        return Optional.ofNullable(module.getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .or(() ->
                        Optional.ofNullable(
                                Provenance.class.getPackage().getImplementationVersion()))
                .orElse("not stated");
    }

    /// Returns this provenance with what was found about the model.
    public Provenance metrics(Map<String, Object> found) {
        return new Provenance(
                data, dataHash, seed, library, machine, time, command, settings, found);
    }

    /// Returns everything as text, numbers and maps, as it stands in a model file.
    public Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("data", data);
        entries.put("dataHash", dataHash);
        entries.put("seed", seed);
        entries.put("library", library);
        entries.put("machine", machine.description());
        entries.put("time", time.toString());
        entries.put("command", command);
        entries.put("settings", settings);
        entries.put("metrics", metrics);
        return entries;
    }

    static Provenance of(Fields fields) {
        return new Provenance(
                fields.text("data"),
                fields.text("dataHash"),
                fields.whole("seed"),
                fields.text("library"),
                Machine.of(fields.object("machine")),
                time(fields.text("time")),
                fields.text("command"),
                fields.map("settings"),
                fields.map("metrics"));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ModelFileException("the time of the model is no time: " + e.getMessage(), e);
        }
    }
}
