package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where what lies in the folder of a run.
///
/// @param folder the folder
record RunFiles(Path folder) {
    private static final Pattern ID = Pattern.compile("[0-9]{8}-[0-9]{6}-[a-z0-9-]{1,60}");
    private static final Pattern CHECKPOINT = Pattern.compile("step-([0-9]{1,18})\\.safetensors");

    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    String id() {
        return String.valueOf(folder.getFileName());
    }

    Path description() {
        return folder.resolve("run.json");
    }

    Path metrics() {
        return folder.resolve("metrics.jsonl");
    }

    Path layers() {
        return folder.resolve("layers.jsonl");
    }

    ControlFile control() {
        return new ControlFile(folder.resolve("control.json"));
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path checkpointFolder() {
        return folder.resolve("checkpoints");
    }

    Path checkpoint(long step) {
        return checkpointFolder().resolve("step-%09d.safetensors".formatted(step));
    }

    /// Returns the checkpoints by step; what else lies in their folder does not count, links neither.
    List<RunCheckpoint> checkpoints() {
        if (!Files.isDirectory(checkpointFolder(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.list(checkpointFolder())) {
            return files.limit(10_000)
                    .flatMap(file -> checkpoint(file).stream())
                    .sorted(Comparator.comparingLong(RunCheckpoint::step))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException _) {
            // it is being deleted, or may not be read: then there are none to be had
            return List.of();
        }
    }

    private static Optional<RunCheckpoint> checkpoint(Path file) {
        var name = CHECKPOINT.matcher(String.valueOf(file.getFileName()));
        if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RunCheckpoint(file, Long.parseLong(name.group(1)), Files.size(file)));
        } catch (IOException _) {
            // thinned out a moment ago
            return Optional.empty();
        }
    }
}
