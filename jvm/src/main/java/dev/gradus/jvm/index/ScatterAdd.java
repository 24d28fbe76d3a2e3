package dev.gradus.jvm.index;

import dev.gradus.jvm.map.ByteLoops;
import dev.gradus.jvm.map.DoubleLoops;
import dev.gradus.jvm.map.FloatLoops;
import dev.gradus.jvm.map.IntLoops;
import dev.gradus.jvm.map.LongLoops;

/// Adds slices to places named by position: the gradient of [Gather].
///
/// `source` has the shape `[outer, count, inner]`, `out` the shape `[outer, size, inner]`, and
/// `out[o, positions[i], k] += source[o, i, k]` for `innerFrom <= k < innerTo`, for each i in turn:
/// where positions repeat, the order of the additions is that of the positions. Therefore the work
/// is shared by splitting `outer` (moving both offsets) or `inner`, never the positions, which have
/// been checked by [Positions].
public final class ScatterAdd {

    private ScatterAdd() {}

    /// Adds slices of float32.
    public static void scatterAdd(
            float[] source,
            int sourceOffset,
            int[] positions,
            int positionsOffset,
            int count,
            float[] out,
            int outOffset,
            int size,
            int outer,
            int inner,
            int innerFrom,
            int innerTo) {
        int n = innerTo - innerFrom;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * count + i) * inner + innerFrom;
                int to =
                        outOffset + (o * size + positions[positionsOffset + i]) * inner + innerFrom;
                FloatLoops.add(out, to, source, from, out, to, n);
            }
        }
    }

    /// Adds slices of float64.
    public static void scatterAdd(
            double[] source,
            int sourceOffset,
            int[] positions,
            int positionsOffset,
            int count,
            double[] out,
            int outOffset,
            int size,
            int outer,
            int inner,
            int innerFrom,
            int innerTo) {
        int n = innerTo - innerFrom;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * count + i) * inner + innerFrom;
                int to =
                        outOffset + (o * size + positions[positionsOffset + i]) * inner + innerFrom;
                DoubleLoops.add(out, to, source, from, out, to, n);
            }
        }
    }

    /// Adds slices of int32, wrapping around.
    public static void scatterAdd(
            int[] source,
            int sourceOffset,
            int[] positions,
            int positionsOffset,
            int count,
            int[] out,
            int outOffset,
            int size,
            int outer,
            int inner,
            int innerFrom,
            int innerTo) {
        int n = innerTo - innerFrom;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * count + i) * inner + innerFrom;
                int to =
                        outOffset + (o * size + positions[positionsOffset + i]) * inner + innerFrom;
                IntLoops.add(out, to, source, from, out, to, n);
            }
        }
    }

    /// Adds slices of int64, wrapping around.
    public static void scatterAdd(
            long[] source,
            int sourceOffset,
            int[] positions,
            int positionsOffset,
            int count,
            long[] out,
            int outOffset,
            int size,
            int outer,
            int inner,
            int innerFrom,
            int innerTo) {
        int n = innerTo - innerFrom;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * count + i) * inner + innerFrom;
                int to =
                        outOffset + (o * size + positions[positionsOffset + i]) * inner + innerFrom;
                LongLoops.add(out, to, source, from, out, to, n);
            }
        }
    }

    /// Adds slices of uint8, modulo 256.
    public static void scatterAdd(
            byte[] source,
            int sourceOffset,
            int[] positions,
            int positionsOffset,
            int count,
            byte[] out,
            int outOffset,
            int size,
            int outer,
            int inner,
            int innerFrom,
            int innerTo) {
        int n = innerTo - innerFrom;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int from = sourceOffset + (o * count + i) * inner + innerFrom;
                int to =
                        outOffset + (o * size + positions[positionsOffset + i]) * inner + innerFrom;
                ByteLoops.add(out, to, source, from, out, to, n);
            }
        }
    }
}
