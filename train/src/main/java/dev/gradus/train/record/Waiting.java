package dev.gradus.train.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What one thread has put down for another to write: bounded, and of what is large only the latest.
/// Belongs to whoever holds the lock of the writer.
final class Waiting {
    /// A minute of a thousand steps a second is 60,000 of these.
    static final int MOST_POINTS = 1_000_000;

    private static final int MOST_LOOKS = 100;

    /// What checkpoints that wait may take: a quarter of a gigabyte.
    private static final long MOST_BYTES = 1L << 28;

    private final Deque<RunPoint> points = new ArrayDeque<>();
    private final Deque<RunStatistics> looks = new ArrayDeque<>();
    private final Deque<Moment> moments = new ArrayDeque<>();
    private Optional<Supplier<Map<String, Object>>> data = Optional.empty();
    private Optional<RunDescription> description = Optional.empty();

    /// A moment to be kept.
    ///
    /// @param step after how many steps
    /// @param content what is to be kept
    record Moment(long step, RunCheckpoint.Content content) {}

    /// Returns whether there was room for it.
    boolean add(RunPoint point) {
        if (points.size() >= MOST_POINTS) {
            return false;
        }
        points.add(point);
        return true;
    }

    void add(RunStatistics look) {
        if (looks.size() >= MOST_LOOKS) {
            looks.removeFirst();
        }
        looks.add(look);
    }

    void add(Moment moment) {
        var bytes = moments.stream().mapToLong(it -> it.content.bytes()).sum();
        if (!moments.isEmpty() && bytes + moment.content.bytes() > MOST_BYTES) {
            moments.removeLast();
        }
        moments.add(moment);
    }

    void data(Supplier<Map<String, Object>> found) {
        data = Optional.of(found);
    }

    void description(RunDescription next) {
        description = Optional.of(next);
    }

    Deque<RunPoint> points() {
        return points;
    }

    Deque<RunStatistics> looks() {
        return looks;
    }

    Deque<Moment> moments() {
        return moments;
    }

    Optional<Supplier<Map<String, Object>>> data() {
        return data;
    }

    /// Returns the description of the run, if it has changed.
    Optional<RunDescription> description() {
        return description;
    }

    boolean isEmpty() {
        return points.isEmpty()
                && looks.isEmpty()
                && moments.isEmpty()
                && data.isEmpty()
                && description.isEmpty();
    }
}
