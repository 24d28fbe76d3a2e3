package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;
import java.util.Arrays;

/// Makes one float32 number of many: sum, product, maximum and its position, and running sums.
///
/// Sums and products are rounded at every step, so the order of the steps is part of what they
/// mean: element i goes to lane i mod 16, each lane takes its elements in order, and the 16 lanes
/// are folded 8 + 8, 4 + 4, 2 + 2, 1 + 1. Sixteen independent lanes are what the widest vectors
/// hold, and they round less than one running sum does. Along an outer axis (`...Rows`) each column
/// takes its rows in order. Vector and scalar form give the same bits.
public final class FloatReduce {

    /// Counts the lanes of a sum or product.
    public static final int LANES = Lanes.LOGICAL;

    private FloatReduce() {}

    /// Returns the sum of `n` elements; 0 for none.
    public static float sum(float[] a, int offset, int n) {
        if (n < LANES) {
            return shortSum(a, offset, n);
        }
        float[] lanes = new float[LANES];
        accumulate(a, offset, n, lanes);
        return fold(lanes);
    }

    /// Writes the sum of each of `rows` rows, which follow each other. `lanes` is room for 16 numbers.
    public static void sumOfRows(
            float[] a,
            int offset,
            int rows,
            int length,
            float[] lanes,
            float[] out,
            int outOffset) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * length;
            if (length < LANES) {
                out[outOffset + row] = shortSum(a, start, length);
            } else {
                Arrays.fill(lanes, 0);
                accumulate(a, start, length, lanes);
                out[outOffset + row] = fold(lanes);
            }
        }
    }

    /// Writes the largest element of each of `rows` rows, which follow each other.
    public static void maxOfRows(
            float[] a, int offset, int rows, int length, float[] out, int outOffset) {
        for (int row = 0; row < rows; row++) {
            out[outOffset + row] = max(a, offset + row * length, length);
        }
    }

    /// Folds fewer than 16 elements, one in each lane, without an array of lanes: a row of class
    /// scores is that short, and there are many.
    private static float shortSum(float[] a, int offset, int n) {
        return (shortSumOfFour(a, offset, n, 0) + shortSumOfFour(a, offset, n, 2))
                + (shortSumOfFour(a, offset, n, 1) + shortSumOfFour(a, offset, n, 3));
    }

    private static float shortSumOfFour(float[] a, int offset, int n, int lane) {
        return (lane(a, offset, n, lane) + lane(a, offset, n, lane + 8))
                + (lane(a, offset, n, lane + 4) + lane(a, offset, n, lane + 12));
    }

    private static float lane(float[] a, int offset, int n, int lane) {
        // a lane starts at 0, which turns -0 into +0
        return lane < n ? 0f + a[offset + lane] : 0f;
    }

    /// Takes the next `n` elements of a long sum into its 16 lanes, which start at 0.
    ///
    /// `n` is a multiple of 16 in every call but the last, so that each element meets its lane.
    public static void accumulate(float[] a, int offset, int n, float[] lanes) {
        int whole = n & -LANES;
        if (whole > 0 && ReduceTwin.SUM.vectors(whole)) {
            VectorReduce.sum(a, offset, whole, lanes);
        } else {
            wholeSum(a, offset, whole, lanes);
        }
        for (int lane = 0; lane < n - whole; lane++) {
            lanes[lane] += a[offset + whole + lane];
        }
    }

    /// Returns the sum of the 16 lanes, folded in halves.
    public static float fold(float[] lanes) {
        return fold(lanes, 0);
    }

    /// Returns the sum of the 16 lanes from place `at` on, folded in halves.
    static float fold(float[] lanes, int at) {
        return (sumOfFour(lanes, at) + sumOfFour(lanes, at + 2))
                + (sumOfFour(lanes, at + 1) + sumOfFour(lanes, at + 3));
    }

    /// Returns the largest of the 16 lanes from place `at` on.
    static float foldMax(float[] lanes, int at) {
        float largest = lanes[at];
        for (int lane = 1; lane < LANES; lane++) {
            largest = Math.max(largest, lanes[at + lane]);
        }
        return largest;
    }

    private static float sumOfFour(float[] lanes, int lane) {
        return (lanes[lane] + lanes[lane + 8]) + (lanes[lane + 4] + lanes[lane + 12]);
    }

    private static void wholeSum(float[] a, int offset, int whole, float[] lanes) {
        // eight locals at a time: more would not fit the registers, and in an array each step would
        // wait for the store of the one before
        for (int group = 0; group < LANES; group += 8) {
            float s0 = lanes[group];
            float s1 = lanes[group + 1];
            float s2 = lanes[group + 2];
            float s3 = lanes[group + 3];
            float s4 = lanes[group + 4];
            float s5 = lanes[group + 5];
            float s6 = lanes[group + 6];
            float s7 = lanes[group + 7];
            for (int i = offset + group; i < offset + whole; i += LANES) {
                s0 += a[i];
                s1 += a[i + 1];
                s2 += a[i + 2];
                s3 += a[i + 3];
                s4 += a[i + 4];
                s5 += a[i + 5];
                s6 += a[i + 6];
                s7 += a[i + 7];
            }
            lanes[group] = s0;
            lanes[group + 1] = s1;
            lanes[group + 2] = s2;
            lanes[group + 3] = s3;
            lanes[group + 4] = s4;
            lanes[group + 5] = s5;
            lanes[group + 6] = s6;
            lanes[group + 7] = s7;
        }
    }

    /// Returns the product of `n` elements; 1 for none.
    public static float product(float[] a, int offset, int n) {
        float[] lanes = new float[LANES];
        Arrays.fill(lanes, 1);
        accumulateProduct(a, offset, n, lanes);
        return foldProduct(lanes);
    }

    /// Takes the next `n` elements of a long product into its 16 lanes, which start at 1.
    ///
    /// `n` is a multiple of 16 in every call but the last, so that each element meets its lane.
    public static void accumulateProduct(float[] a, int offset, int n, float[] lanes) {
        int whole = n & -LANES;
        if (whole > 0 && ReduceTwin.PRODUCT.vectors(whole)) {
            VectorReduce.product(a, offset, whole, lanes);
        } else {
            wholeProduct(a, offset, whole, lanes);
        }
        for (int lane = 0; lane < n - whole; lane++) {
            lanes[lane] *= a[offset + whole + lane];
        }
    }

    /// Returns the product of the 16 lanes, folded in halves.
    public static float foldProduct(float[] lanes) {
        return (productOfFour(lanes, 0) * productOfFour(lanes, 2))
                * (productOfFour(lanes, 1) * productOfFour(lanes, 3));
    }

    private static float productOfFour(float[] lanes, int lane) {
        return (lanes[lane] * lanes[lane + 8]) * (lanes[lane + 4] * lanes[lane + 12]);
    }

    private static void wholeProduct(float[] a, int offset, int whole, float[] lanes) {
        // eight locals at a time: more would not fit the registers, and in an array each step would
        // wait for the store of the one before
        for (int group = 0; group < LANES; group += 8) {
            float s0 = lanes[group];
            float s1 = lanes[group + 1];
            float s2 = lanes[group + 2];
            float s3 = lanes[group + 3];
            float s4 = lanes[group + 4];
            float s5 = lanes[group + 5];
            float s6 = lanes[group + 6];
            float s7 = lanes[group + 7];
            for (int i = offset + group; i < offset + whole; i += LANES) {
                s0 *= a[i];
                s1 *= a[i + 1];
                s2 *= a[i + 2];
                s3 *= a[i + 3];
                s4 *= a[i + 4];
                s5 *= a[i + 5];
                s6 *= a[i + 6];
                s7 *= a[i + 7];
            }
            lanes[group] = s0;
            lanes[group + 1] = s1;
            lanes[group + 2] = s2;
            lanes[group + 3] = s3;
            lanes[group + 4] = s4;
            lanes[group + 5] = s5;
            lanes[group + 6] = s6;
            lanes[group + 7] = s7;
        }
    }

    /// Returns the largest of `n` elements, NaN if any is NaN; -∞ for none.
    public static float max(float[] a, int offset, int n) {
        float largest = Float.NEGATIVE_INFINITY;
        int done = 0;
        if (n >= LANES && ReduceTwin.MAX.vectors(n)) {
            done = n & -LANES;
            largest = VectorReduce.max(a, offset, done);
        }
        for (int i = done; i < n; i++) {
            largest = Math.max(largest, a[offset + i]);
        }
        return largest;
    }

    /// Returns the position of the largest of `n` elements, the first one when several are equal;
    /// the first NaN if there is one; 0 for none.
    public static int argmax(float[] a, int offset, int n) {
        float largest = max(a, offset, n);
        for (int i = 0; i < n; i++) {
            if (a[offset + i] == largest || Float.isNaN(a[offset + i])) {
                return i;
            }
        }
        return 0;
    }

    /// Adds `rows` rows of `n` elements, `rowStride` apart, to `out`, in order.
    public static void addRows(
            float[] a, int aOffset, int rowStride, int rows, float[] out, int outOffset, int n) {
        if (n >= LANES && ReduceTwin.ADD_ROWS.vectors(rows * n)) {
            VectorReduce.addRows(a, aOffset, rowStride, rows, out, outOffset, n);
            return;
        }
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            FloatLoops.add(out, outOffset, a, from, out, outOffset, n);
        }
    }

    /// Multiplies `out` by `rows` rows of `n` elements, `rowStride` apart, in order.
    public static void multiplyRows(
            float[] a, int aOffset, int rowStride, int rows, float[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            FloatLoops.multiply(out, outOffset, a, from, out, outOffset, n);
        }
    }

    /// Raises `out` to the largest of itself and `rows` rows of `n` elements, `rowStride` apart;
    /// NaN wins.
    public static void maxRows(
            float[] a, int aOffset, int rowStride, int rows, float[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            FloatLoops.max(out, outOffset, a, from, out, outOffset, n);
        }
    }

    /// Finds in each of `n` columns the row that holds the largest element, the first one when
    /// several are equal and the first NaN if there is one.
    ///
    /// `best` and `index` carry the largest elements so far and their rows; the call with
    /// `firstRow` 0 fills them, later calls go on with the rows from `firstRow` on.
    public static void argmaxRows(
            float[] a,
            int aOffset,
            int rowStride,
            int firstRow,
            int rows,
            float[] best,
            int bestOffset,
            long[] index,
            int indexOffset,
            int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                float x = a[from + j];
                float y = best[bestOffset + j];
                boolean wins = x > y || (Float.isNaN(x) && !Float.isNaN(y));
                if (wins || firstRow + row == 0) {
                    best[bestOffset + j] = x;
                    index[indexOffset + j] = (long) firstRow + row;
                }
            }
        }
    }

    /// Writes the running sum of `n` elements: each is the sum of itself and all before it, in
    /// order.
    public static void cumulativeSum(float[] a, int aOffset, float[] out, int outOffset, int n) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aOffset + i];
            out[outOffset + i] = sum;
        }
    }

    /// Writes the running sum down each of `n` columns of `rows` rows, in order.
    public static void cumulativeSumRows(
            float[] a,
            int aOffset,
            int aRowStride,
            int rows,
            float[] out,
            int outOffset,
            int outRowStride,
            int n) {
        if (rows > 0) {
            System.arraycopy(a, aOffset, out, outOffset, n);
        }
        for (int row = 1; row < rows; row++) {
            int from = aOffset + row * aRowStride;
            int to = outOffset + row * outRowStride;
            FloatLoops.add(out, to - outRowStride, a, from, out, to, n);
        }
    }
}
