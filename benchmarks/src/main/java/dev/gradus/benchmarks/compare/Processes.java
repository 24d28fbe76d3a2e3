package dev.gradus.benchmarks.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The contenders that are running. One that has been started stays for the next comparison in the same company,
/// warm as it is: waiting costs it nothing, and starting and warming up would take most of the time.
///
/// A network is a company at each number of threads, so that none meets code that was compiled for another;
/// kernels of one kind keep company, as they do in a network.
final class Processes implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final Map<String, Running> running = new LinkedHashMap<>();
    private String company = "";

    /// A contender at work.
    static final class Running {
        private final Child child;
        private final String version;
        private boolean isWarm;

        private Running(Child child, String version) {
            this.child = child;
            this.version = version;
        }

        Child child() {
            return child;
        }

        /// Returns how it describes itself.
        String version() {
            return version;
        }

        /// Tells whether it has been warmed up before, if by another task.
        boolean isWarm() {
            return isWarm;
        }

        void becomesWarm() {
            isWarm = true;
        }
    }

    /// Turns to a company; what ran in another ends.
    void enter(String next) {
        if (!company.equals(next)) {
            close();
            company = next;
        }
    }

    /// Returns the process of a contender, started now or before.
    Running of(Launch launch, Path log) throws Trouble {
        var known = Optional.ofNullable(running.get(launch.name()));
        if (known.isPresent()) {
            if (known.get().child().isUsable()) {
                return known.get();
            }
            known.get().child().close();
        }
        var child = Child.start(launch, log);
        try {
            var started = new Running(child, child.awaitReady(START));
            running.put(launch.name(), started);
            return started;
        } catch (Trouble trouble) {
            child.close();
            throw new Trouble(launch.name() + ": " + trouble.sentence());
        }
    }

    @Override
    public void close() {
        running.values().forEach(each -> each.child().close());
        running.clear();
    }
}
