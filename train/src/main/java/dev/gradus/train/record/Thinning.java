package dev.gradus.train.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the record of a very long run bounded: from a number of points on, the mean of 2, then of 4,
/// 8, ... points of the same figures takes their place.
final class Thinning {
    private static final int SINGLE = 200_000;
    private static final int THEN = 100_000;

    private final int single;
    private final int then;
    private long written;
    private RunPoint last = new RunPoint(0, 0, 0, 0, Map.of());
    private Map<String, Double> sums = new LinkedHashMap<>();

    Thinning() {
        this(SINGLE, THEN);
    }

    /// @param single how many points are kept as they are
    /// @param then how many points are kept at each further step
    Thinning(int single, int then) {
        this.single = single;
        this.then = then;
    }

    /// Returns what is to be written now that this point was measured.
    List<RunPoint> add(RunPoint point) {
        var size = size();
        if (size == 1) {
            written++;
            return List.of(point);
        }
        if (!sums.isEmpty()
                && (!sums.keySet().equals(point.values().keySet())
                        || last.epoch() != point.epoch())) {
            var before = rest();
            var next = add(point);
            return next.isEmpty() ? before : List.of(before.getFirst(), next.getFirst());
        }
        point.values().forEach((name, value) -> sums.merge(name, value, Double::sum));
        last =
                new RunPoint(
                        point.step(), point.epoch(), point.seconds(), last.points() + 1, Map.of());
        return last.points() >= size ? rest() : List.of();
    }

    /// Returns how many points become one.
    private int size() {
        if (written < single) {
            return 1;
        }
        return 1 << Math.min(30, 1 + (written - single) / then);
    }

    /// Returns the mean of what was measured since the last one was written.
    List<RunPoint> rest() {
        if (sums.isEmpty()) {
            return List.of();
        }
        var means = new LinkedHashMap<String, Double>();
        sums.forEach((name, sum) -> means.put(name, sum / last.points()));
        var mean = new RunPoint(last.step(), last.epoch(), last.seconds(), last.points(), means);
        sums = new LinkedHashMap<>();
        last = new RunPoint(0, 0, 0, 0, Map.of());
        written++;
        return List.of(mean);
    }
}
