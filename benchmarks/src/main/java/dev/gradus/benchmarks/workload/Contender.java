package dev.gradus.benchmarks.workload;

import java.util.Optional;

/// A library that takes part: it turns workloads into tasks of its own.
public interface Contender {
    /// Returns the name with version and what computes underneath, such as `libtorch 2.10.0 with MKL`.
    String describe();

    /// Makes the task for `workload`, ready for its first step, or nothing where this library cannot do
    /// it.
    Optional<Task> prepare(Workload workload);

    /// A workload in a library's own terms.
    interface Task {
        /// Does it once: a training step, an inference of one batch, a call of a kernel.
        void step();

        /// Returns the loss of the last training step, computed before its update; for inference the mean
        /// of the squares of the logits, for a kernel that of its result.
        double result();
    }
}
