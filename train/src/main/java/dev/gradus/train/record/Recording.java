package dev.gradus.train.record;

import java.nio.file.Path;
import java.util.Optional;

/// How a run is recorded: under which name, and how often what costs time is looked at.
///
/// Unless said otherwise statistics of layers and checkpoints are taken as often as they cost about a
/// twentieth of the time at most.
///
/// @param name what the run is called
/// @param statistics whether statistics of layers are taken
/// @param statisticsEvery after how many steps, or 0: as often as is cheap
/// @param checkpointEvery after how many steps a checkpoint is taken, or 0: after epochs, and after
///     half a minute
/// @param directory the runs directory, or nothing for the user's
/// @param asked whether somebody asked for it: see [#unasked]
public record Recording(
        String name,
        boolean statistics,
        long statisticsEvery,
        long checkpointEvery,
        Optional<Path> directory,
        boolean asked) {
    /// Checks the numbers.
    public Recording {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run was to be recorded without a name: give one");
        }
        if (statisticsEvery < 0 || checkpointEvery < 0) {
            throw new IllegalArgumentException(
                    "statistics every %d steps and checkpoints every %d were asked for: give 1 or more, or 0 for as often as is cheap"
                            .formatted(statisticsEvery, checkpointEvery));
        }
    }

    /// Returns the usual recording under this name.
    public static Recording named(String name) {
        return new Recording(name, true, 0, 0, Optional.empty(), true);
    }

    /// Returns a recording under this name that nobody asked for, of the kind a trainer makes by itself
    /// so that the studio shows what trains on this machine.
    ///
    /// It is out of the way: a disk that is full or cannot be written ends it without a word, a
    /// checkpoint of more than 256 MB is not kept, nor are more than 256 MB of them, and the oldest
    /// checkpoints of runs that nobody asked to record go once there are more than 2 GB of them.
    public static Recording unasked(String name) {
        return new Recording(name, true, 0, 0, Optional.empty(), false);
    }

    /// Returns this recording under another name.
    public Recording as(String other) {
        return new Recording(other, statistics, statisticsEvery, checkpointEvery, directory, asked);
    }

    /// Returns this recording with statistics of layers every so many steps.
    public Recording statisticsEvery(long steps) {
        return new Recording(name, true, steps, checkpointEvery, directory, asked);
    }

    /// Returns this recording without statistics of layers.
    public Recording withoutStatistics() {
        return new Recording(name, false, 0, checkpointEvery, directory, asked);
    }

    /// Returns this recording with a checkpoint every so many steps.
    public Recording checkpointEvery(long steps) {
        return new Recording(name, statistics, statisticsEvery, steps, directory, asked);
    }

    /// Returns this recording in another runs directory.
    public Recording in(Path runs) {
        return new Recording(
                name, statistics, statisticsEvery, checkpointEvery, Optional.of(runs), asked);
    }

    /// Returns where it is written, or nothing if recording is switched off.
    public Optional<RunsDirectory> target() {
        return directory.map(RunsDirectory::of).or(RunsDirectory::ofUser);
    }
}
