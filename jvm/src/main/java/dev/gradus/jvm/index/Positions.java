package dev.gradus.jvm.index;

/// Turns indices that came from a user's tensor into array positions, checking each of them.
///
/// The loops of [Gather] and [ScatterAdd] then need no check of their own.
public final class Positions {

    private Positions() {}

    /// Copies `n` indices from int64, each from 0 to `size` - 1.
    ///
    /// @throws IndexOutOfBoundsException naming the first index outside, its place and the range
    public static void check(
            long[] index, int indexOffset, int n, int size, int[] out, int outOffset) {
        for (int i = 0; i < n; i++) {
            long value = index[indexOffset + i];
            if (value < 0 || value >= size) {
                throw outside(value, i, size);
            }
            out[outOffset + i] = (int) value;
        }
    }

    /// Copies `n` indices from int32, each from 0 to `size` - 1.
    ///
    /// @throws IndexOutOfBoundsException naming the first index outside, its place and the range
    public static void check(
            int[] index, int indexOffset, int n, int size, int[] out, int outOffset) {
        for (int i = 0; i < n; i++) {
            int value = index[indexOffset + i];
            if (value < 0 || value >= size) {
                throw outside(value, i, size);
            }
            out[outOffset + i] = value;
        }
    }

    /// Copies `n` indices from uint8, each from 0 to `size` - 1.
    ///
    /// @throws IndexOutOfBoundsException naming the first index outside, its place and the range
    public static void check(
            byte[] index, int indexOffset, int n, int size, int[] out, int outOffset) {
        for (int i = 0; i < n; i++) {
            int value = index[indexOffset + i] & 0xff;
            if (value >= size) {
                throw outside(value, i, size);
            }
            out[outOffset + i] = value;
        }
    }

    private static IndexOutOfBoundsException outside(long value, int position, int size) {
        String range =
                size == 0
                        ? "the axis has size 0, so no index is allowed"
                        : "allowed are 0 to " + (size - 1);
        return new IndexOutOfBoundsException(
                "index " + value + " (number " + position + " of the indices): " + range);
    }
}
