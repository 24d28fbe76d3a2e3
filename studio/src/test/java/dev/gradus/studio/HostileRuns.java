package dev.gradus.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What somebody may have put into a runs directory.
final class HostileRuns {
    static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private HostileRuns() {}

    private static Path folder(Path runs, String id) throws IOException {
        return Files.createDirectories(runs.resolve(id));
    }

    private static void description(Path folder, String name, String rest) throws IOException {
        Files.writeString(
                folder.resolve("run.json"),
                """
                {"format": "gradus run", "version": 1, "name": "%s", "state": "FINISHED", "started": "2026-01-02T03:04:05Z"%s}
                """
                        .formatted(name, rest));
    }

    static void write(Path runs) throws IOException {
        var scripts = folder(runs, "20260102-030405-script-000001");
        description(
                scripts,
                SCRIPT,
                ", \"command\": \"%1$s\", \"settings\": {\"%1$s\": \"%1$s\", \"batch\": -9}, \"launch\": [\"rm\", \"-rf\"], \"explanation\": \"%1$s\", \"plan\": {\"steps\": -5, \"listens\": true, \"changes\": {\"batch\": 0, \"learning rate\": -1}}"
                        .formatted(SCRIPT));
        Files.writeString(
                scripts.resolve("metrics.jsonl"),
                """
                {"step": 1, "values": {"%1$s": 1.5, "loss": "NaN"}}
                not json
                {"step": 9223372036854775807, "values": {"loss": 1e308}}
                {"step": -4, "values": {"loss": "Infinity"}}
                {"values": 3}
                """
                        .formatted(SCRIPT));
        Files.writeString(
                scripts.resolve("layers.jsonl"),
                """
                {"step": 1, "layers": [{"layer": "%1$s", "gradientMean": "Infinity", "gradientNorm": 1, "updateRatio": "NaN"}, 3, null]}
                {"step": 2, "layers": {}}
                """
                        .formatted(SCRIPT));
        var damaged = folder(runs, "20260102-030406-damaged-000002");
        Files.writeString(damaged.resolve("run.json"), "{\"format\": ");
        var deep = folder(runs, "20260102-030407-deep-000003");
        Files.writeString(deep.resolve("run.json"), "[".repeat(100_000));
        var huge = folder(runs, "20260102-030408-huge-000004");
        description(huge, "huge", "");
        try (var file =
                new java.io.RandomAccessFile(huge.resolve("metrics.jsonl").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        try (var file =
                new java.io.RandomAccessFile(damaged.resolve("metrics.jsonl").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        var link = folder(runs, "20260102-030409-link-000005");
        description(link, "link", "");
        Files.createSymbolicLink(link.resolve("metrics.jsonl"), Path.of("/dev/zero"));
        Files.createSymbolicLink(link.resolve("layers.jsonl"), Path.of("/dev/zero"));
        Files.createSymbolicLink(link.resolve("checkpoints"), Path.of("/etc"));
        Files.createSymbolicLink(runs.resolve("20260102-030410-elsewhere-000006"), Path.of("/etc"));
        Files.createDirectories(runs.resolve("20260102-030411-empty-000007"));
        Files.createDirectories(folder(runs, "20260102-030412-folder-000008").resolve("run.json"));
        Files.writeString(runs.resolve("20260102-030413-file-000009"), "no folder");
    }
}
