package dev.gradus.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command line that starts a contender, and what it adds to the environment.
record Launch(String name, List<String> command, Map<String, String> environment) {

    /// Returns this command with more arguments.
    Launch with(String... more) {
        var longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return new Launch(name, List.copyOf(longer), environment);
    }
}
