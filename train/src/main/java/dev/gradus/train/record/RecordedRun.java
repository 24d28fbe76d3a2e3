package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run in the runs directory, running or ended. Every question is answered from its files as they
/// are at that moment.
///
/// What is read is treated as coming from anywhere: it is data and never a command, within limits,
/// and links are not followed.
///
/// @param folder its folder
public record RecordedRun(Path folder) {
    private static final int LONGEST_DESCRIPTION = 1 << 20;

    private RunFiles files() {
        return new RunFiles(folder);
    }

    /// Returns its id, the name of its folder.
    public String id() {
        return files().id();
    }

    /// Returns what it is. Of a file that cannot be read nothing is known but the id, and that the run
    /// is lost.
    public RunDescription description() {
        return described().map(this::withState).orElseGet(() -> RunDescription.unreadable(id()));
    }

    private Optional<RunDescription> described() {
        var file = files().description();
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > LONGEST_DESCRIPTION) {
                return Optional.empty();
            }
            return RunDescription.of(id(), Json.read(Files.readAllBytes(file)));
        } catch (IOException | JsonException _) {
            return Optional.empty();
        }
    }

    private RunDescription withState(RunDescription description) {
        if (!description.state().isRunning() || !description.process().isGone()) {
            return description;
        }
        return description.status(
                description
                        .status()
                        .ended(
                                RunState.LOST,
                                "Its process, number %d, died without a word."
                                        .formatted(description.process().pid()),
                                lastWritten()));
    }

    /// Returns when it was last written to.
    private Optional<Instant> lastWritten() {
        try {
            return Optional.of(Files.getLastModifiedTime(files().metrics()).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Returns how it stands.
    public RunState state() {
        return description().state();
    }

    /// Asks the process that trains, which may be any of this user's on this machine, for something.
    /// It answers by the state of the run, after the step at hand; until then [#asked] says it.
    ///
    /// @throws IllegalStateException if the run has ended, or cannot be asked
    /// @throws UncheckedIOException if it cannot be written
    public void ask(RunWish wish) {
        var description = description();
        if (!description.state().isRunning()) {
            throw new IllegalStateException(
                    "the run %s was to %s, but it has ended".formatted(id(), wish.word()));
        }
        if (!description.plan().listens()) {
            throw new IllegalStateException(
                    "the run %s was to %s, but its program does not listen: a loop of one's own does with while (run.goesOn())"
                            .formatted(id(), wish.word()));
        }
        files().control().write(wish);
    }

    /// Returns what the run was asked for and has not done yet.
    public Optional<RunWish> asked() {
        return files().control().read();
    }

    /// Returns what was measured, in order.
    public List<RunPoint> metrics() {
        var points = new ArrayList<RunPoint>();
        new LineReader(files().metrics())
                .read(line -> {
                    RunLines.rewound(line)
                            .ifPresent(step -> points.removeIf(point -> point.step() > step));
                    RunLines.point(line).ifPresent(points::add);
                });
        return points;
    }

    /// Returns how the layers did, in order.
    public List<RunStatistics> statistics() {
        var all = new ArrayList<RunStatistics>();
        new LineReader(files().layers())
                .read(line -> {
                    RunLines.rewound(line).ifPresent(step -> all.removeIf(it -> it.step() > step));
                    RunLines.statistics(line).ifPresent(all::add);
                });
        return all;
    }

    /// Returns the moments to which one can go back, in order.
    public List<RunCheckpoint> checkpoints() {
        return files().checkpoints();
    }

    /// Returns the latest moment to which one can go back, if there is any.
    public Optional<RunCheckpoint> lastCheckpoint() {
        return checkpoints().reversed().stream().findFirst();
    }

    /// Returns the checkpoint after this step, if there is one.
    public Optional<RunCheckpoint> checkpoint(long step) {
        return checkpoints().stream().filter(it -> it.step() == step).findFirst();
    }

    /// Deletes it, with everything in its folder.
    ///
    /// @throws IllegalStateException if it is running
    /// @throws UncheckedIOException if a file cannot be deleted
    public void delete() {
        if (state().isRunning()) {
            throw new IllegalStateException(
                    "the run %s is being written by process %d: end that first"
                            .formatted(id(), description().process().pid()));
        }
        try {
            // without the file that makes it one, it is no run to anyone who looks in between
            Files.deleteIfExists(files().description());
            FolderDeletion.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run %s could not be deleted: %s".formatted(id(), e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return id();
    }
}
