package dev.gradus.jvm.index;

/// Looks up slices by position: the rows of an embedding table, the pictures of a batch.
///
/// `source` has the shape `[outer, size, inner]`, `out` the shape `[outer, count, inner]`, and
/// `out[o, i, :] = source[o, positions[i], :]`. The positions have been checked by [Positions]. To
/// share the work, split `outer` (moving both offsets) or the positions (moving theirs and that of
/// `out`, if `outer` is 1).
public final class Gather {

    /// From this many elements on, copying a slice as a block beats copying its elements one by
    /// one.
    private static final int BLOCK = 16;

    private Gather() {}

    /// Looks up slices of float32.
    public static void gather(
            float[] source,
            int sourceOffset,
            int size,
            int[] positions,
            int positionsOffset,
            int count,
            float[] out,
            int outOffset,
            int outer,
            int inner) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * size + positions[positionsOffset + i]) * inner;
                int to = outOffset + (o * count + i) * inner;
                if (inner < BLOCK) {
                    for (int k = 0; k < inner; k++) {
                        out[to + k] = source[from + k];
                    }
                } else {
                    System.arraycopy(source, from, out, to, inner);
                }
            }
        }
    }

    /// Looks up slices of float64.
    public static void gather(
            double[] source,
            int sourceOffset,
            int size,
            int[] positions,
            int positionsOffset,
            int count,
            double[] out,
            int outOffset,
            int outer,
            int inner) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * size + positions[positionsOffset + i]) * inner;
                int to = outOffset + (o * count + i) * inner;
                if (inner < BLOCK) {
                    for (int k = 0; k < inner; k++) {
                        out[to + k] = source[from + k];
                    }
                } else {
                    System.arraycopy(source, from, out, to, inner);
                }
            }
        }
    }

    /// Looks up slices of int32.
    public static void gather(
            int[] source,
            int sourceOffset,
            int size,
            int[] positions,
            int positionsOffset,
            int count,
            int[] out,
            int outOffset,
            int outer,
            int inner) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * size + positions[positionsOffset + i]) * inner;
                int to = outOffset + (o * count + i) * inner;
                if (inner < BLOCK) {
                    for (int k = 0; k < inner; k++) {
                        out[to + k] = source[from + k];
                    }
                } else {
                    System.arraycopy(source, from, out, to, inner);
                }
            }
        }
    }

    /// Looks up slices of int64.
    public static void gather(
            long[] source,
            int sourceOffset,
            int size,
            int[] positions,
            int positionsOffset,
            int count,
            long[] out,
            int outOffset,
            int outer,
            int inner) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * size + positions[positionsOffset + i]) * inner;
                int to = outOffset + (o * count + i) * inner;
                if (inner < BLOCK) {
                    for (int k = 0; k < inner; k++) {
                        out[to + k] = source[from + k];
                    }
                } else {
                    System.arraycopy(source, from, out, to, inner);
                }
            }
        }
    }

    /// Looks up slices of uint8 or bool.
    public static void gather(
            byte[] source,
            int sourceOffset,
            int size,
            int[] positions,
            int positionsOffset,
            int count,
            byte[] out,
            int outOffset,
            int outer,
            int inner) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * size + positions[positionsOffset + i]) * inner;
                int to = outOffset + (o * count + i) * inner;
                if (inner < BLOCK) {
                    for (int k = 0; k < inner; k++) {
                        out[to + k] = source[from + k];
                    }
                } else {
                    System.arraycopy(source, from, out, to, inner);
                }
            }
        }
    }
}
