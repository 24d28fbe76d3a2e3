package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.time.Duration;

/// How long and how often something is measured.
///
/// @param pairs how many windows each side gets
/// @param window the least length of a window, in milliseconds
/// @param warmUp after which time a contender counts as warm, steady or not
/// @param repeats how often a process is started for figures of a cold start
record Pace(int pairs, int window, Duration warmUp, int repeats) {
    /// The compilers of a JVM are at work for at least that long.
    static final Duration LEAST_WARM_UP = Duration.ofMillis(1500);

    /// Returns the pace for a workload: networks are what counts, and there are many kernels.
    static Pace of(Workload workload, boolean quick) {
        if (quick) {
            return new Pace(5, 100, Duration.ofSeconds(3), 3);
        }
        return workload instanceof Network
                ? new Pace(15, 400, Duration.ofSeconds(15), 5)
                : new Pace(11, 100, Duration.ofSeconds(4), 5);
    }

    /// Returns the pace for what is no workload.
    static Pace ofOthers(boolean quick) {
        return new Pace(7, 200, Duration.ofSeconds(quick ? 3 : 8), quick ? 3 : 5);
    }
}
