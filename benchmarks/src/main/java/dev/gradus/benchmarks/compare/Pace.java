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
    /// The compilers of a JVM are at work for at least that long: W1 takes 0.28 ms a step after two seconds, for a
    /// while, and 0.12 ms after four.
    static final Duration LEAST_WARM_UP = Duration.ofMillis(3000);

    /// And for that long where the same process has done its like before.
    static final Duration LEAST_WARM_UP_AGAIN = Duration.ofMillis(500);

    /// Returns the pace for a workload: networks are what counts, and there are many kernels.
    ///
    /// The smallest networks of Gradus need four seconds, so a quick look waits for them too; it is the
    /// windows that it takes fewer of.
    static Pace of(Workload workload, boolean quick) {
        if (workload instanceof Network) {
            return quick
                    ? new Pace(7, 150, Duration.ofSeconds(8), 3)
                    : new Pace(15, 400, Duration.ofSeconds(15), 5);
        }
        return quick
                ? new Pace(5, 50, Duration.ofSeconds(3), 3)
                : new Pace(11, 100, Duration.ofSeconds(4), 5);
    }

    /// Returns about how long it takes to compare two: kernels meet processes that are warm already; for a
    /// network a peer starts, and warming up ends before its limit mostly.
    double seconds(Workload workload) {
        var ready =
                workload instanceof Network
                        ? 3 + warmUp.toMillis() / 2e3
                        : 2 * LEAST_WARM_UP_AGAIN.toMillis() / 1e3;
        return ready + pairs * 2 * (window + 50) / 1e3;
    }

    /// Returns the pace for what is no workload.
    static Pace ofOthers(boolean quick) {
        return quick
                ? new Pace(5, 100, Duration.ofSeconds(3), 3)
                : new Pace(7, 200, Duration.ofSeconds(8), 5);
    }
}
