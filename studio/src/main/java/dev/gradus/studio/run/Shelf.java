package dev.gradus.studio.run;

import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunDescription;
import dev.gradus.train.record.RunPoint;
import dev.gradus.train.record.RunStatistics;
import dev.gradus.train.record.RunsListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// All runs there are, with what those write that are running or looked at. Told by the thread that
/// watches, asked by the one that draws: each under the lock.
final class Shelf implements RunsListener {
    private static final int MOST_ROWS = 200;

    // ids begin with the time
    private final NavigableMap<String, RunDescription> descriptions =
            new TreeMap<>(Comparator.reverseOrder());
    // from the run before it, which another may be once one comes or goes
    private final Map<String, Map<String, Object>> differences = new HashMap<>();
    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<String, RecordedRun> runs = new HashMap<>();
    private long version;

    @Override
    public synchronized void found(RecordedRun run) {
        var description = run.description();
        runs.put(run.id(), run);
        descriptions.put(run.id(), description);
        differences.clear();
        if (description.state().isRunning()) {
            // what it has written so far is told next
            tracks.put(run.id(), new Track());
        }
        version++;
        notifyAll();
    }

    @Override
    public synchronized void changed(RecordedRun run, RunDescription description) {
        descriptions.put(run.id(), description);
        if (description.state().isRunning() && !tracks.containsKey(run.id())) {
            // taken up again: what it adds is told, what it had written is read
            tracks.put(run.id(), Track.of(run));
        }
        version++;
        notifyAll();
    }

    @Override
    public synchronized void measured(RecordedRun run, List<RunPoint> points) {
        var track = tracks.get(run.id());
        if (track != null) {
            track.measured(points);
            version++;
            notifyAll();
        }
    }

    @Override
    public synchronized void looked(RecordedRun run, List<RunStatistics> statistics) {
        var track = tracks.get(run.id());
        if (track != null) {
            track.looked(statistics);
            notifyAll();
        }
    }

    @Override
    public synchronized void rewound(RecordedRun run, long step) {
        var track = tracks.get(run.id());
        if (track != null) {
            track.rewound(step);
            notifyAll();
        }
    }

    @Override
    public synchronized void deleted(String id) {
        runs.remove(id);
        descriptions.remove(id);
        differences.clear();
        tracks.remove(id);
        version++;
        notifyAll();
    }

    synchronized Optional<RecordedRun> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /// Reads what a run that has ended has written, if nobody has yet. That may take a while, so it is
    /// done under no lock.
    void load(RecordedRun run) {
        synchronized (this) {
            if (tracks.containsKey(run.id())) {
                return;
            }
        }
        var track = Track.of(run);
        synchronized (this) {
            tracks.putIfAbsent(run.id(), track);
        }
    }

    /// Returns what a run has written, as far as it was read.
    synchronized Track track(RecordedRun run) {
        return tracks.computeIfAbsent(run.id(), _ -> new Track());
    }

    /// Forgets what ended runs have written, but for these.
    synchronized void keepOnly(Collection<String> ids) {
        tracks.keySet()
                .removeIf(id ->
                        !ids.contains(id)
                                && (!descriptions.containsKey(id)
                                        || !descriptions.get(id).state().isRunning()));
    }

    /// Returns what the list says, the youngest first.
    synchronized List<Map<String, Object>> rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var run : descriptions.values()) {
            if (rows.size() == MOST_ROWS) {
                break;
            }
            var row = RunRow.of(run, Optional.ofNullable(tracks.get(run.id())));
            row.put("differs", differences.computeIfAbsent(run.id(), _ -> differences(run)));
            rows.add(row);
        }
        return rows;
    }

    /// Returns what a run has otherwise than the one of the same name before it.
    private Map<String, Object> differences(RunDescription run) {
        return descriptions.tailMap(run.id(), false).values().stream()
                .filter(other -> other.name().equals(run.name()))
                .findFirst()
                .map(before -> RunRow.differences(before, run))
                .orElse(Map.of());
    }

    synchronized int size() {
        return descriptions.size();
    }

    synchronized long version() {
        return version;
    }
}
