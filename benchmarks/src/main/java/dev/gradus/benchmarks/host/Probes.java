package dev.gradus.benchmarks.host;

import dev.gradus.benchmarks.workload.Contender.Task;
import java.util.Optional;

/// What a contender can measure of its own insides and no other can; a contender may implement it.
public interface Probes {
    /// Returns the task called `name`, or nothing where there is none:
    ///
    /// - `trace-200`: records a step of 200 nodes and runs nothing; its result is the number of nodes
    /// - `launch`: one call of a program whose kernel has nothing to do
    /// - `trace/WORKLOAD`: records a step of a network and runs nothing
    /// - the name of a `Limit`: reaches it; its result is how many operations or bytes a step was
    Optional<Task> probe(String name);
}
