package dev.gradus.train;

/// How fast training goes lately: over the last half second rather than from the beginning, when
/// programs are still being compiled.
final class Pace {
    private static final long WINDOW = 500_000_000L;

    private long windowBegin;
    private long samples;
    private double lately;
    private boolean measured;

    Pace(long now) {
        windowBegin = now;
    }

    /// Counts examples that were learned from by the time `now`.
    void add(int count, long now) {
        samples += count;
        var nanos = now - windowBegin;
        if (!measured && nanos > 0) {
            lately = samples * 1e9 / nanos;
        }
        if (nanos > WINDOW) {
            lately = samples * 1e9 / nanos;
            measured = true;
            windowBegin = now;
            samples = 0;
        }
    }

    /// Leaves out a time in which nothing was learned, such as validation.
    void pauseSince(long from, long now) {
        windowBegin += now - from;
    }

    double samplesPerSecond() {
        return lately;
    }
}
