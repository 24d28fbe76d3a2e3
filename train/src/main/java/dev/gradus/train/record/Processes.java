package dev.gradus.train.record;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

/// Whether the process that writes a run is still there.
final class Processes {
    /// The clock from which a system counts the age of a process may be set in between.
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final String HOST = host();

    private Processes() {}

    static String hostHere() {
        return HOST;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    static long pidHere() {
        return ProcessHandle.current().pid();
    }

    static Instant startedHere() {
        return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    }

    /// Returns whether it is known to be gone: of a process on another machine nothing is known.
    static boolean isGone(String host, long pid, Instant started) {
        if (!host.equals(HOST)) {
            return false;
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                // numbers of processes are used again
                .filter(process -> isSame(process, started))
                .isEmpty();
    }

    private static boolean isSame(ProcessHandle process, Instant started) {
        var begin = process.info().startInstant();
        return begin.isEmpty()
                || started.equals(Instant.EPOCH)
                || Duration.between(begin.get(), started).abs().compareTo(TOLERANCE) < 0;
    }
}
