package dev.gradus.jvm.index;

import java.util.Arrays;

/// Finds the order of the elements along one line of a tensor: position of the first, the second,
/// ...
///
/// A line is `n` elements of `a`, `stride` apart from `offset` on; the first `count` positions go
/// to `out`, `outStride` apart from `outOffset` on. Equal elements keep their order in both
/// directions, -0 and +0 are equal, and NaN counts as larger than every number: it comes last
/// ascending and first descending.
///
/// Each element becomes a whole number in whose order it stands. Types of up to 32 bits put that
/// number and the position into one `long` and sort those; wider types are merged by [MergeSort].
public final class ArgSort {

    private ArgSort() {}

    /// Sorts float32.
    public static void sort(
            float[] a,
            int offset,
            int stride,
            int n,
            boolean descending,
            int count,
            long[] out,
            int outOffset,
            int outStride) {
        long[] keys = SortScratch.ofThisThread().keys(n);
        for (int i = 0; i < n; i++) {
            int key = key(a[offset + i * stride]);
            keys[i] = (long) (descending ? ~key : key) << 32 | i;
        }
        Arrays.sort(keys, 0, n);
        for (int i = 0; i < count; i++) {
            out[outOffset + i * outStride] = (int) keys[i];
        }
    }

    /// Sorts float64.
    public static void sort(
            double[] a,
            int offset,
            int stride,
            int n,
            boolean descending,
            int count,
            long[] out,
            int outOffset,
            int outStride) {
        long[] keys = SortScratch.ofThisThread().keys(n);
        for (int i = 0; i < n; i++) {
            long key = key(a[offset + i * stride]);
            keys[i] = descending ? ~key : key;
        }
        int[] order = MergeSort.order(keys, n);
        for (int i = 0; i < count; i++) {
            out[outOffset + i * outStride] = order[i];
        }
    }

    /// Sorts int32.
    public static void sort(
            int[] a,
            int offset,
            int stride,
            int n,
            boolean descending,
            int count,
            long[] out,
            int outOffset,
            int outStride) {
        long[] keys = SortScratch.ofThisThread().keys(n);
        for (int i = 0; i < n; i++) {
            int key = a[offset + i * stride];
            keys[i] = (long) (descending ? ~key : key) << 32 | i;
        }
        Arrays.sort(keys, 0, n);
        for (int i = 0; i < count; i++) {
            out[outOffset + i * outStride] = (int) keys[i];
        }
    }

    /// Sorts int64.
    public static void sort(
            long[] a,
            int offset,
            int stride,
            int n,
            boolean descending,
            int count,
            long[] out,
            int outOffset,
            int outStride) {
        long[] keys = SortScratch.ofThisThread().keys(n);
        for (int i = 0; i < n; i++) {
            long key = a[offset + i * stride];
            keys[i] = descending ? ~key : key;
        }
        int[] order = MergeSort.order(keys, n);
        for (int i = 0; i < count; i++) {
            out[outOffset + i * outStride] = order[i];
        }
    }

    /// Sorts uint8 or bool.
    public static void sort(
            byte[] a,
            int offset,
            int stride,
            int n,
            boolean descending,
            int count,
            long[] out,
            int outOffset,
            int outStride) {
        long[] keys = SortScratch.ofThisThread().keys(n);
        for (int i = 0; i < n; i++) {
            int key = a[offset + i * stride] & 0xff;
            keys[i] = (long) (descending ? ~key : key) << 32 | i;
        }
        Arrays.sort(keys, 0, n);
        for (int i = 0; i < count; i++) {
            out[outOffset + i * outStride] = (int) keys[i];
        }
    }

    private static int key(float x) {
        // adding +0 makes -0 the same as +0; of negative numbers the larger magnitude is the
        // smaller one
        int bits = Float.floatToIntBits(x + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private static long key(double x) {
        long bits = Double.doubleToLongBits(x + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
