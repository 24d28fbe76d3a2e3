package dev.gradus.jvm.index;

import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Operand;

/// Reads whole-number indices of any type, checked against the size of the axis they point into.
final class IndexReader {
    /// A fresh array of a million indices costs more than checking them.
    private static final ThreadLocal<int[]> SCRATCH = ThreadLocal.withInitial(() -> new int[1024]);

    private IndexReader() {}

    /// Returns `count` checked indices, in an array that the thread's next call uses again.
    ///
    /// @throws IndexOutOfBoundsException naming the first index that is outside
    static int[] read(Buffer[] slots, Operand indices, int count, int size) {
        var positions = SCRATCH.get();
        if (positions.length < count) {
            positions = new int[count];
            SCRATCH.set(positions);
        }
        var at = indices.view().offset();
        switch (slots[indices.slot()]) {
            case Buffer.Longs b -> Positions.check(b.values, at, count, size, positions, 0);
            case Buffer.Integers b -> Positions.check(b.values, at, count, size, positions, 0);
            case Buffer.Bytes b -> Positions.check(b.values, at, count, size, positions, 0);
            case Buffer.Floats _, Buffer.Doubles _ ->
                    throw new IllegalStateException("indices are whole numbers");
        }
        return positions;
    }
}
