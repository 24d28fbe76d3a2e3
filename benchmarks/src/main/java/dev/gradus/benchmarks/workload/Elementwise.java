package dev.gradus.benchmarks.workload;

/// A pass over `count` float32 numbers, on data that is already in memory.
///
/// The numbers are [Numbers#uniform] of bound 1: seed 1 for the first operand, 2 for the second, 3 and
/// 4 for Adam's moments (the second moment squared).
public record Elementwise(Operation operation, int count) implements Workload {
    /// How many numbers there are in a row for operations along rows.
    public static final int ROW = 256;

    /// What is done.
    public enum Operation {
        /// `a + b`.
        ADD,
        /// `exp(a)`.
        EXP,
        /// `tanh(a)`.
        TANH,
        /// The sum of all.
        SUM,
        /// Softmax of every row of [#ROW] numbers.
        SOFTMAX,
        /// Layer norm of every row of [#ROW] numbers with scale and shift, epsilon 1e-5.
        LAYER_NORM,
        /// One update by Adam, rate 0.001, as at step 10, of a parameter and its two moments.
        ADAM
    }

    @Override
    public String name() {
        return "M2:%s:%d".formatted(operation.name().toLowerCase(java.util.Locale.ROOT), count);
    }

    @Override
    public long operations() {
        return 0;
    }

    @Override
    public String describe() {
        return "%s of %,d numbers"
                .formatted(
                        operation.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                        count);
    }
}
