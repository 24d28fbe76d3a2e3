package dev.gradus.jvm.reduce;

import java.util.Arrays;

/// Makes one float64 number of many: sum, product, maximum and its position, and running sums.
///
/// Sums and products are rounded at every step, so the order of the steps is part of what they
/// mean: element i goes to lane i mod 16, each lane takes its elements in order, and the 16 lanes
/// are folded 8 + 8, 4 + 4, 2 + 2, 1 + 1. Sixteen independent lanes are what the widest vectors
/// hold, and they round less than one running sum does. Along an outer axis (`...Rows`) each column
/// takes its rows in order.
public final class DoubleReduce {

    /// Counts the lanes of a sum or product.
    public static final int LANES = 16;

    private DoubleReduce() {}

    /// Returns the sum of `n` elements; 0 for none.
    public static double sum(double[] a, int offset, int n) {
        double[] lanes = new double[LANES];
        accumulate(a, offset, n, lanes);
        return fold(lanes);
    }

    /// Takes the next `n` elements of a long sum into its 16 lanes, which start at 0.
    ///
    /// `n` is a multiple of 16 in every call but the last, so that each element meets its lane.
    public static void accumulate(double[] a, int offset, int n, double[] lanes) {
        int whole = n & -LANES;
        wholeSum(a, offset, whole, lanes);
        for (int lane = 0; lane < n - whole; lane++) {
            lanes[lane] += a[offset + whole + lane];
        }
    }

    /// Returns the sum of the 16 lanes, folded in halves.
    public static double fold(double[] lanes) {
        return (sumOfFour(lanes, 0) + sumOfFour(lanes, 2))
                + (sumOfFour(lanes, 1) + sumOfFour(lanes, 3));
    }

    private static double sumOfFour(double[] lanes, int lane) {
        return (lanes[lane] + lanes[lane + 8]) + (lanes[lane + 4] + lanes[lane + 12]);
    }

    private static void wholeSum(double[] a, int offset, int whole, double[] lanes) {
        // eight locals at a time: more would not fit the registers, and in an array each step would
        // wait for the store of the one before
        for (int group = 0; group < LANES; group += 8) {
            double s0 = lanes[group];
            double s1 = lanes[group + 1];
            double s2 = lanes[group + 2];
            double s3 = lanes[group + 3];
            double s4 = lanes[group + 4];
            double s5 = lanes[group + 5];
            double s6 = lanes[group + 6];
            double s7 = lanes[group + 7];
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
    public static double product(double[] a, int offset, int n) {
        double[] lanes = new double[LANES];
        Arrays.fill(lanes, 1);
        accumulateProduct(a, offset, n, lanes);
        return foldProduct(lanes);
    }

    /// Takes the next `n` elements of a long product into its 16 lanes, which start at 1.
    ///
    /// `n` is a multiple of 16 in every call but the last, so that each element meets its lane.
    public static void accumulateProduct(double[] a, int offset, int n, double[] lanes) {
        int whole = n & -LANES;
        wholeProduct(a, offset, whole, lanes);
        for (int lane = 0; lane < n - whole; lane++) {
            lanes[lane] *= a[offset + whole + lane];
        }
    }

    /// Returns the product of the 16 lanes, folded in halves.
    public static double foldProduct(double[] lanes) {
        return (productOfFour(lanes, 0) * productOfFour(lanes, 2))
                * (productOfFour(lanes, 1) * productOfFour(lanes, 3));
    }

    private static double productOfFour(double[] lanes, int lane) {
        return (lanes[lane] * lanes[lane + 8]) * (lanes[lane + 4] * lanes[lane + 12]);
    }

    private static void wholeProduct(double[] a, int offset, int whole, double[] lanes) {
        // eight locals at a time: more would not fit the registers, and in an array each step would
        // wait for the store of the one before
        for (int group = 0; group < LANES; group += 8) {
            double s0 = lanes[group];
            double s1 = lanes[group + 1];
            double s2 = lanes[group + 2];
            double s3 = lanes[group + 3];
            double s4 = lanes[group + 4];
            double s5 = lanes[group + 5];
            double s6 = lanes[group + 6];
            double s7 = lanes[group + 7];
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
    public static double max(double[] a, int offset, int n) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, a[offset + i]);
        }
        return largest;
    }

    /// Returns the position of the largest of `n` elements, the first one when several are equal;
    /// the first NaN if there is one; 0 for none.
    public static int argmax(double[] a, int offset, int n) {
        double largest = max(a, offset, n);
        for (int i = 0; i < n; i++) {
            if (a[offset + i] == largest || Double.isNaN(a[offset + i])) {
                return i;
            }
        }
        return 0;
    }

    /// Adds `rows` rows of `n` elements, `rowStride` apart, to `out`, in order.
    public static void addRows(
            double[] a, int aOffset, int rowStride, int rows, double[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = out[outOffset + j] + a[from + j];
            }
        }
    }

    /// Multiplies `out` by `rows` rows of `n` elements, `rowStride` apart, in order.
    public static void multiplyRows(
            double[] a, int aOffset, int rowStride, int rows, double[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = out[outOffset + j] * a[from + j];
            }
        }
    }

    /// Raises `out` to the largest of itself and `rows` rows of `n` elements, `rowStride` apart;
    /// NaN wins.
    public static void maxRows(
            double[] a, int aOffset, int rowStride, int rows, double[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = Math.max(out[outOffset + j], a[from + j]);
            }
        }
    }

    /// Finds in each of `n` columns the row that holds the largest element, the first one when
    /// several are equal and the first NaN if there is one.
    ///
    /// `best` and `index` carry the largest elements so far and their rows; the call with
    /// `firstRow` 0 fills them, later calls go on with the rows from `firstRow` on.
    public static void argmaxRows(
            double[] a,
            int aOffset,
            int rowStride,
            int firstRow,
            int rows,
            double[] best,
            int bestOffset,
            long[] index,
            int indexOffset,
            int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                double x = a[from + j];
                double y = best[bestOffset + j];
                boolean wins = x > y || (Double.isNaN(x) && !Double.isNaN(y));
                if (wins || firstRow + row == 0) {
                    best[bestOffset + j] = x;
                    index[indexOffset + j] = (long) firstRow + row;
                }
            }
        }
    }

    /// Writes the running sum of `n` elements: each is the sum of itself and all before it, in
    /// order.
    public static void cumulativeSum(double[] a, int aOffset, double[] out, int outOffset, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aOffset + i];
            out[outOffset + i] = sum;
        }
    }

    /// Writes the running sum down each of `n` columns of `rows` rows, in order.
    public static void cumulativeSumRows(
            double[] a,
            int aOffset,
            int aRowStride,
            int rows,
            double[] out,
            int outOffset,
            int outRowStride,
            int n) {
        if (rows > 0) {
            System.arraycopy(a, aOffset, out, outOffset, n);
        }
        for (int row = 1; row < rows; row++) {
            int from = aOffset + row * aRowStride;
            int to = outOffset + row * outRowStride;
            for (int j = 0; j < n; j++) {
                out[to + j] = out[to - outRowStride + j] + a[from + j];
            }
        }
    }
}
