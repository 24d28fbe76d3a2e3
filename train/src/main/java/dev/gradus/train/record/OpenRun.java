package dev.gradus.train.record;

import dev.gradus.io.Json;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/// The folder of a run that this process writes, and nobody else meanwhile.
final class OpenRun {
    private final RunFiles files;
    private final RunLock lock;
    private final AppendedLines metrics;
    private final AppendedLines layers;
    private final Thinning thinning = new Thinning();
    private boolean hasRoom;

    private OpenRun(RunFiles files, RunLock lock) throws IOException {
        this.files = files;
        this.lock = lock;
        this.metrics = AppendedLines.open(files.metrics());
        this.layers = AppendedLines.open(files.layers());
        files.control().forget();
    }

    /// Opens the folder of a run that begins.
    static OpenRun begin(RunFiles files) throws IOException {
        var lock = RunLock.take(files);
        try {
            return new OpenRun(files, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens the folder of a run that has ended, to go on after `step`: what it wrote after that does
    /// not count any more.
    static OpenRun goOn(RunFiles files, long step) throws IOException {
        var run = begin(files);
        try {
            run.metrics.add(RunLines.rewound(step));
            run.metrics.flush();
            run.layers.add(RunLines.rewound(step));
            run.layers.flush();
            CheckpointShelf.rewind(files, step);
            return run;
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    RunFiles files() {
        return files;
    }

    void describe(RunDescription description) {
        Json.write(files.description(), description.json());
    }

    void measured(Collection<RunPoint> points, boolean last) throws IOException {
        for (var point : points) {
            for (var kept : thinning.add(point)) {
                metrics.add(RunLines.of(kept));
            }
        }
        if (last) {
            for (var kept : thinning.rest()) {
                metrics.add(RunLines.of(kept));
            }
        }
        metrics.flush();
    }

    void looked(Collection<RunStatistics> looks) throws IOException {
        for (var look : looks) {
            layers.add(RunLines.of(look));
        }
        layers.flush();
    }

    void keep(long step, RunCheckpoint.Content content, boolean asked) throws IOException {
        if (asked) {
            CheckpointShelf.ASKED.put(files, step, content);
        } else {
            if (!hasRoom) {
                hasRoom = true;
                UnaskedCheckpoints.makeRoom(files);
            }
            CheckpointShelf.UNASKED.put(files, step, content);
        }
    }

    /// Looks whether somebody asks for something.
    Optional<RunWish> wish() {
        return files.control().read();
    }

    void answer(RunWish done) {
        files.control().answer(done);
    }

    void close() {
        lock.close();
        metrics.close();
        layers.close();
    }
}
