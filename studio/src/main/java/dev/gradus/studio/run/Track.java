package dev.gradus.studio.run;

import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunPoint;
import dev.gradus.train.record.RunStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run has written so far, as far as it is drawn.
final class Track {
    private static final int MOST_FIGURES = 32;

    /// A look at a layer takes about a hundred bytes.
    private static final int MOST_LOOKS = 400_000;

    private static final double WINDOW_SECONDS = 5;

    private final Map<String, Series> figures = new LinkedHashMap<>();
    private final Series seconds = new Series();
    private final List<RunStatistics> looks = new ArrayList<>();
    private int epoch;
    private int every = 1;
    private int passed;
    private long version;
    private long looksVersion;

    /// Returns everything that a run has written.
    static Track of(RecordedRun run) {
        var track = new Track();
        track.measured(run.metrics());
        track.looked(run.statistics());
        return track;
    }

    void measured(List<RunPoint> points) {
        for (var point : points) {
            seconds.add((double) point.step(), point.seconds());
            epoch = Math.max(epoch, point.epoch());
            point.values().forEach((name, value) -> add(name, point.step(), value));
        }
        version++;
    }

    private void add(String name, long step, double value) {
        var figure = figures.get(name);
        if (figure == null && figures.size() < MOST_FIGURES) {
            figure = new Series();
            figures.put(name, figure);
        }
        if (figure != null) {
            figure.add((double) step, value);
        }
    }

    void looked(List<RunStatistics> more) {
        for (var look : more) {
            // from a bound on, every second look, every fourth, ...
            if (passed++ % every == 0) {
                looks.add(look);
            }
            if ((long) looks.size() * Math.max(1, look.layers().size()) > MOST_LOOKS) {
                every *= 2;
                var half = new ArrayList<RunStatistics>();
                for (var i = 0; i < looks.size(); i += 2) {
                    half.add(looks.get(i));
                }
                looks.clear();
                looks.addAll(half);
            }
        }
        version++;
        looksVersion++;
    }

    void rewound(long step) {
        figures.values().forEach(it -> it.rewind((double) step));
        seconds.rewind((double) step);
        looks.removeIf(it -> it.step() > step);
        version++;
        looksVersion++;
    }

    Map<String, Series> figures() {
        return figures;
    }

    Optional<Series> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    List<RunStatistics> looks() {
        return looks;
    }

    /// Returns whether looks were left out.
    boolean isThinned() {
        return every > 1;
    }

    /// Returns the last look at or before `step`, or else the first one.
    Optional<RunStatistics> look(long step) {
        return looks.reversed().stream()
                .filter(it -> it.step() <= step)
                .findFirst()
                .or(() -> looks.stream().findFirst());
    }

    int epoch() {
        return epoch;
    }

    long step() {
        return (long) seconds.lastStep();
    }

    double seconds() {
        return seconds.size() == 0 ? 0 : seconds.last();
    }

    /// Returns how many steps are made in a second lately, or not a number.
    double stepsPerSecond() {
        var last = seconds.size() - 1;
        var first = last;
        while (first > 0 && seconds.value(last) - seconds.value(first) < WINDOW_SECONDS) {
            first--;
        }
        var time = last < 0 ? 0 : seconds.value(last) - seconds.value(first);
        return time <= 0 ? Double.NaN : (seconds.step(last) - seconds.step(first)) / time;
    }

    /// Returns a number that grows with every change.
    long version() {
        return version;
    }

    long looksVersion() {
        return looksVersion;
    }
}
