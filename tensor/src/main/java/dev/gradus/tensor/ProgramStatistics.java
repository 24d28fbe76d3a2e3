package dev.gradus.tensor;

import dev.gradus.tensor.graph.Evaluation;

/// How often a computation found its compiled program ready.
///
/// Many misses in a training loop mean that the network looks different at every step, for example
/// because a batch size or a sequence length keeps changing.
///
/// @param hits computations that reused a program
/// @param misses computations that had to be compiled
/// @param evictions programs dropped because the cache was full
/// @param size programs in the cache
/// @param bound the most programs it keeps
public record ProgramStatistics(long hits, long misses, long evictions, int size, int bound) {
    /// Returns the counts since the program started.
    public static ProgramStatistics now() {
        return Evaluation.statistics();
    }
}
