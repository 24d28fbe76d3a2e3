package dev.gradus.train;

import java.util.LinkedHashMap;
import java.util.Map;

/// Books what the time of a run goes into: waiting for data, and being recorded.
///
/// What happens on the thread that trains holds everything up. What happens in the background takes
/// one of the processors that training would use as well.
final class TimeBook {
    static final String DATA_WAIT = "data wait share";
    static final String RECORDING = "recording share";

    private static final long BETWEEN = 500_000_000L;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private long begin;
    private long told;
    private long waited;
    private long recorded;

    TimeBook(long now) {
        begin = now;
        told = now;
    }

    void waited(long nanos) {
        waited += nanos;
    }

    void recorded(long nanos) {
        recorded += nanos;
    }

    /// Leaves out a time in which nobody worked.
    void paused(long nanos) {
        begin += nanos;
        told += nanos;
    }

    /// Returns how long the run has lasted.
    long elapsed(long now) {
        return now - begin;
    }

    /// Returns how much of that recording has cost so far.
    double cost(double secondsInBackground) {
        return recorded + secondsInBackground * 1e9 / PROCESSORS;
    }

    boolean isDue(long now) {
        return now - told >= BETWEEN;
    }

    /// Returns the shares; of waiting since they were last asked for, of recording in all.
    Map<String, Double> shares(long now, double secondsInBackground) {
        var shares = new LinkedHashMap<String, Double>();
        shares.put(DATA_WAIT, (double) waited / Math.max(1, now - told));
        shares.put(RECORDING, cost(secondsInBackground) / Math.max(1, now - begin));
        waited = 0;
        told = now;
        return shares;
    }
}
