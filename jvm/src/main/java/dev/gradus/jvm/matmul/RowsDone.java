package dev.gradus.jvm.matmul;

/// Is told which rows of a result are final, while they are still in the cache.
///
/// A matmul or convolution calls it once for every block of rows, in ascending order, each row
/// exactly once. What comes next in a network (adding a bias, applying an activation) belongs here:
/// done later, it would have to fetch the whole result from memory again.
@FunctionalInterface
public interface RowsDone {

    /// Takes no notice.
    RowsDone NOTHING = (_, _) -> {};

    /// Accepts the rows from `from` (inclusive) to `to` (exclusive).
    void rows(int from, int to);
}
