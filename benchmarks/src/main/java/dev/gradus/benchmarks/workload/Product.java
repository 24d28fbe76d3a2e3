package dev.gradus.benchmarks.workload;

/// A float32 matrix product `[rows, depth] × [depth, columns]` into memory that is already there; a turned
/// operand lies in memory as its transpose.
///
/// The left matrix is [Numbers#uniform] of seed 1 and bound 1 in the order it lies in memory, the
/// right one of seed 2.
public record Product(int rows, int depth, int columns, boolean leftTurned, boolean rightTurned)
        implements Workload {
    @Override
    public String name() {
        return "M1:%dx%dx%d:%s%s"
                .formatted(rows, depth, columns, leftTurned ? "T" : "N", rightTurned ? "T" : "N");
    }

    @Override
    public String describe() {
        return "matrix product %d × %d × %d%s%s"
                .formatted(
                        rows,
                        depth,
                        columns,
                        leftTurned ? ", left transposed" : "",
                        rightTurned ? ", right transposed" : "");
    }

    @Override
    public long operations() {
        return 2L * rows * depth * columns;
    }
}
