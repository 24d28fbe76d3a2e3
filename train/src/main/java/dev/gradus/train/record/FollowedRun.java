package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run that is watched, with what the listener has been told of it.
final class FollowedRun {
    private final RecordedRun run;
    private final RunsListener listener;
    private final LineReader metrics;
    private final LineReader layers;
    private RunDescription told;
    private List<RunCheckpoint> checkpoints;
    private Optional<FileTime> written;

    FollowedRun(RecordedRun run, RunsListener listener) {
        this.run = run;
        this.listener = listener;
        var files = new RunFiles(run.folder());
        this.metrics = new LineReader(files.metrics());
        this.layers = new LineReader(files.layers());
        this.written = written();
        this.told = run.description();
        this.checkpoints = run.checkpoints();
    }

    boolean isRunning() {
        return told.state().isRunning();
    }

    void begin() {
        listener.found(run);
        if (isRunning()) {
            readLines();
        } else {
            metrics.skip();
            layers.skip();
        }
    }

    /// When its description was written last.
    private Optional<FileTime> written() {
        try {
            return Optional.of(Files.getLastModifiedTime(new RunFiles(run.folder()).description()));
        } catch (IOException _) {
            // being deleted
            return Optional.empty();
        }
    }

    void look() {
        var before = written;
        written = written();
        if (!isRunning() && written.equals(before)) {
            // nearly all have ended: whoever takes one up again writes its description first
            return;
        }
        // first: a run that has ended by now has written everything before
        var now = run.description();
        readLines();
        var present = run.checkpoints();
        if (!present.equals(checkpoints)) {
            checkpoints = present;
            listener.checkpoints(run, present);
        }
        if (!now.equals(told)) {
            told = now;
            listener.changed(run, now);
        }
    }

    private void readLines() {
        var points = new ArrayList<RunPoint>();
        metrics.read(line -> {
            RunLines.rewound(line)
                    .ifPresent(step -> {
                        tell(points);
                        listener.rewound(run, step);
                    });
            RunLines.point(line).ifPresent(points::add);
        });
        tell(points);
        var statistics = new ArrayList<RunStatistics>();
        layers.read(line -> RunLines.statistics(line).ifPresent(statistics::add));
        if (!statistics.isEmpty()) {
            listener.looked(run, statistics);
        }
    }

    private void tell(List<RunPoint> points) {
        if (!points.isEmpty()) {
            listener.measured(run, List.copyOf(points));
            points.clear();
        }
    }
}
