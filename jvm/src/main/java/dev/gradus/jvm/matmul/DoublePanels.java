package dev.gradus.jvm.matmul;

import static java.lang.Math.fma;

import java.util.Arrays;

/// Multiplies by a packed matrix in plain Java that the compiler turns into vector code by itself.
///
/// It does so only where all arrays of a loop share one index: two arrays of the same type might be
/// the same array, and with a common index that would do no harm. So each row of the matrix gets an
/// array of its own, and so do four rows of the result. Four rows × four steps of depth at a time
/// keep 16 products for each 8 loads and 4 stores.
public final class DoublePanels {

    private static final int ROWS = 4;
    private static final int STEPS = 4;

    /// Columns taken together: 4 rows of the result and 4 of the matrix fill 8 KB.
    private static final int CHUNK = 256;

    private final double[][] sums = new double[ROWS][CHUNK];
    private double[] rows = new double[0];
    private double[][] packed = new double[0][];
    private int depth;
    private int columns;

    public void pack(
            double[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        this.depth = depth;
        this.columns = columns;
        reserve((columns + CHUNK - 1) / CHUNK * depth);
        for (int j = 0; j < columns; j += CHUNK) {
            int real = Math.min(CHUNK, columns - j);
            for (int k = 0; k < depth; k++) {
                double[] row = packed[j / CHUNK * depth + k];
                int start = offset + k * rowStride + j * columnStride;
                for (int i = 0; i < real; i++) {
                    row[i] = b[start + i * columnStride];
                }
            }
        }
    }

    private void reserve(int rows) {
        if (packed.length < rows) {
            double[][] more = new double[rows][];
            System.arraycopy(packed, 0, more, 0, packed.length);
            for (int i = packed.length; i < rows; i++) {
                more[i] = new double[CHUNK];
            }
            packed = more;
        }
    }

    public void multiply(
            double[] a,
            int[] starts,
            int from,
            int to,
            int shift,
            int depthFrom,
            int depthTo,
            double[] c,
            int cOffset,
            int cRowStride,
            boolean accumulate) {
        for (int j = 0; j < columns; j += CHUNK) {
            int real = Math.min(CHUNK, columns - j);
            int first = j / CHUNK * depth + depthFrom;
            for (int i = from; i < to; i += ROWS) {
                int last = Math.min(to, i + ROWS) - 1;
                int place = cOffset + i * cRowStride + j;
                load(c, place, cRowStride, last - i + 1, real, accumulate);
                fourRows(
                        a,
                        shift + starts[i],
                        shift + starts[Math.min(i + 1, last)],
                        shift + starts[Math.min(i + 2, last)],
                        shift + starts[Math.min(i + 3, last)],
                        first,
                        depthTo - depthFrom,
                        real);
                store(c, place, cRowStride, last - i + 1, real);
            }
        }
    }

    /// Multiplies as [#multiply] does, where element `k` of row `i` is `a[starts[i] + shift +
    /// steps[k]]`.
    public void multiplyTurned(
            double[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int shift,
            int depthFrom,
            int depthTo,
            double[] c,
            int cOffset,
            int cRowStride,
            boolean accumulate) {
        int length = depthTo - depthFrom;
        if (rows.length < ROWS * length) {
            rows = new double[ROWS * length];
        }
        for (int i = from; i < to; i += ROWS) {
            int count = Math.min(ROWS, to - i);
            for (int r = 0; r < count; r++) {
                copyRow(a, shift + starts[i + r], steps, length, r * length);
            }
            for (int j = 0; j < columns; j += CHUNK) {
                int real = Math.min(CHUNK, columns - j);
                int place = cOffset + i * cRowStride + j;
                load(c, place, cRowStride, count, real, accumulate);
                int first = j / CHUNK * depth + depthFrom;
                fourRows(rows, 0, length, 2 * length, 3 * length, first, length, real);
                store(c, place, cRowStride, count, real);
            }
        }
    }

    private void copyRow(double[] a, int start, int[] steps, int length, int place) {
        for (int k = 0; k < length; k++) {
            rows[place + k] = a[start + steps[k]];
        }
    }

    private void load(double[] c, int place, int stride, int count, int real, boolean accumulate) {
        for (int r = 0; r < count; r++) {
            if (accumulate) {
                System.arraycopy(c, place + r * stride, sums[r], 0, real);
            } else {
                Arrays.fill(sums[r], 0, real, 0);
            }
        }
    }

    private void store(double[] c, int place, int stride, int count, int real) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(sums[r], 0, c, place + r * stride, real);
        }
    }

    private void fourRows(
            double[] a, int a0, int a1, int a2, int a3, int first, int length, int real) {
        double[] c0 = sums[0];
        double[] c1 = sums[1];
        double[] c2 = sums[2];
        double[] c3 = sums[3];
        int k = 0;
        for (; k + STEPS <= length; k += STEPS) {
            double[] b0 = packed[first + k];
            double[] b1 = packed[first + k + 1];
            double[] b2 = packed[first + k + 2];
            double[] b3 = packed[first + k + 3];
            fourSteps(c0, c1, c2, c3, b0, b1, b2, b3, a, a0 + k, a1 + k, a2 + k, a3 + k, real);
        }
        for (; k < length; k++) {
            oneStep(
                    c0,
                    c1,
                    c2,
                    c3,
                    packed[first + k],
                    a[a0 + k],
                    a[a1 + k],
                    a[a2 + k],
                    a[a3 + k],
                    real);
        }
    }

    private static void fourSteps(
            double[] c0,
            double[] c1,
            double[] c2,
            double[] c3,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int real) {
        double x00 = a[a0];
        double x01 = a[a0 + 1];
        double x02 = a[a0 + 2];
        double x03 = a[a0 + 3];
        double x10 = a[a1];
        double x11 = a[a1 + 1];
        double x12 = a[a1 + 2];
        double x13 = a[a1 + 3];
        double x20 = a[a2];
        double x21 = a[a2 + 1];
        double x22 = a[a2 + 2];
        double x23 = a[a2 + 3];
        double x30 = a[a3];
        double x31 = a[a3 + 1];
        double x32 = a[a3 + 2];
        double x33 = a[a3 + 3];
        for (int j = 0; j < real; j++) {
            // everything is loaded before anything is stored, else the loop is not vectorised
            double y0 = b0[j];
            double y1 = b1[j];
            double y2 = b2[j];
            double y3 = b3[j];
            double s0 = c0[j];
            double s1 = c1[j];
            double s2 = c2[j];
            double s3 = c3[j];
            c0[j] = fma(x03, y3, fma(x02, y2, fma(x01, y1, fma(x00, y0, s0))));
            c1[j] = fma(x13, y3, fma(x12, y2, fma(x11, y1, fma(x10, y0, s1))));
            c2[j] = fma(x23, y3, fma(x22, y2, fma(x21, y1, fma(x20, y0, s2))));
            c3[j] = fma(x33, y3, fma(x32, y2, fma(x31, y1, fma(x30, y0, s3))));
        }
    }

    private static void oneStep(
            double[] c0,
            double[] c1,
            double[] c2,
            double[] c3,
            double[] b,
            double x0,
            double x1,
            double x2,
            double x3,
            int real) {
        for (int j = 0; j < real; j++) {
            double y = b[j];
            double s1 = c1[j];
            double s2 = c2[j];
            double s3 = c3[j];
            c0[j] = fma(x0, y, c0[j]);
            c1[j] = fma(x1, y, s1);
            c2[j] = fma(x2, y, s2);
            c3[j] = fma(x3, y, s3);
        }
    }
}
