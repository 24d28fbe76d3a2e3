package dev.gradus.jvm.matmul;

import static java.lang.Math.fma;

import java.util.Arrays;

/// Multiplies by a packed matrix in plain Java that the compiler turns into vector code by itself.
///
/// It does so only where all arrays of a loop share one index: two arrays of the same type might be
/// the same array, and with a common index that would do no harm. So each row of the matrix gets an
/// array of its own, and so do four rows of the result. Four rows × four steps of depth at a time
/// keep 16 products for each 8 loads and 4 stores.
final class ScalarFloatPanels implements FloatPanels {

    private static final int ROWS = 4;
    private static final int STEPS = 4;

    /// Columns taken together: 4 rows of the result and 4 of the matrix fill 8 KB.
    private static final int CHUNK = 256;

    private final float[][] sums = new float[ROWS][CHUNK];
    private float[] rows = new float[0];
    private final Matrix matrix;

    /// Holds the matrix, which several readers may share.
    private static final class Matrix {
        private float[][] packed = new float[0][];
        private int depth;
        private int columns;
    }

    ScalarFloatPanels() {
        this(new Matrix());
    }

    private ScalarFloatPanels(Matrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public FloatPanels reader() {
        return new ScalarFloatPanels(matrix);
    }

    @Override
    public void pack(
            float[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        matrix.depth = depth;
        matrix.columns = columns;
        reserve((columns + CHUNK - 1) / CHUNK * depth);
        for (int j = 0; j < columns; j += CHUNK) {
            int real = Math.min(CHUNK, columns - j);
            for (int k = 0; k < depth; k++) {
                float[] row = matrix.packed[j / CHUNK * depth + k];
                int start = offset + k * rowStride + j * columnStride;
                for (int i = 0; i < real; i++) {
                    row[i] = b[start + i * columnStride];
                }
            }
        }
    }

    private void reserve(int rows) {
        int there = matrix.packed.length;
        if (there < rows) {
            float[][] more = Arrays.copyOf(matrix.packed, rows);
            for (int i = there; i < rows; i++) {
                more[i] = new float[CHUNK];
            }
            matrix.packed = more;
        }
    }

    @Override
    public void borrow(
            float[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        pack(b, offset, rowStride, columnStride, depth, columns);
    }

    @Override
    public void multiply(
            float[] a,
            int[] starts,
            int from,
            int to,
            int shift,
            int depthFrom,
            int depthTo,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean accumulate) {
        for (int j = 0; j < matrix.columns; j += CHUNK) {
            int real = Math.min(CHUNK, matrix.columns - j);
            int first = j / CHUNK * matrix.depth + depthFrom;
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

    @Override
    public void multiplyTurned(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int shift,
            int depthFrom,
            int depthTo,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean accumulate) {
        int length = depthTo - depthFrom;
        if (rows.length < ROWS * length) {
            rows = new float[ROWS * length];
        }
        for (int i = from; i < to; i += ROWS) {
            int count = Math.min(ROWS, to - i);
            for (int r = 0; r < count; r++) {
                copyRow(a, shift + starts[i + r], steps, length, r * length);
            }
            for (int j = 0; j < matrix.columns; j += CHUNK) {
                int real = Math.min(CHUNK, matrix.columns - j);
                int place = cOffset + i * cRowStride + j;
                load(c, place, cRowStride, count, real, accumulate);
                int first = j / CHUNK * matrix.depth + depthFrom;
                fourRows(rows, 0, length, 2 * length, 3 * length, first, length, real);
                store(c, place, cRowStride, count, real);
            }
        }
    }

    private void copyRow(float[] a, int start, int[] steps, int length, int place) {
        for (int k = 0; k < length; k++) {
            rows[place + k] = a[start + steps[k]];
        }
    }

    private void load(float[] c, int place, int stride, int count, int real, boolean accumulate) {
        for (int r = 0; r < count; r++) {
            if (accumulate) {
                System.arraycopy(c, place + r * stride, sums[r], 0, real);
            } else {
                Arrays.fill(sums[r], 0, real, 0);
            }
        }
    }

    private void store(float[] c, int place, int stride, int count, int real) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(sums[r], 0, c, place + r * stride, real);
        }
    }

    private void fourRows(
            float[] a, int a0, int a1, int a2, int a3, int first, int length, int real) {
        float[] c0 = sums[0];
        float[] c1 = sums[1];
        float[] c2 = sums[2];
        float[] c3 = sums[3];
        int k = 0;
        for (; k + STEPS <= length; k += STEPS) {
            float[] b0 = matrix.packed[first + k];
            float[] b1 = matrix.packed[first + k + 1];
            float[] b2 = matrix.packed[first + k + 2];
            float[] b3 = matrix.packed[first + k + 3];
            fourSteps(c0, c1, c2, c3, b0, b1, b2, b3, a, a0 + k, a1 + k, a2 + k, a3 + k, real);
        }
        for (; k < length; k++) {
            oneStep(
                    c0,
                    c1,
                    c2,
                    c3,
                    matrix.packed[first + k],
                    a[a0 + k],
                    a[a1 + k],
                    a[a2 + k],
                    a[a3 + k],
                    real);
        }
    }

    private static void fourSteps(
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int real) {
        float x00 = a[a0];
        float x01 = a[a0 + 1];
        float x02 = a[a0 + 2];
        float x03 = a[a0 + 3];
        float x10 = a[a1];
        float x11 = a[a1 + 1];
        float x12 = a[a1 + 2];
        float x13 = a[a1 + 3];
        float x20 = a[a2];
        float x21 = a[a2 + 1];
        float x22 = a[a2 + 2];
        float x23 = a[a2 + 3];
        float x30 = a[a3];
        float x31 = a[a3 + 1];
        float x32 = a[a3 + 2];
        float x33 = a[a3 + 3];
        for (int j = 0; j < real; j++) {
            // everything is loaded before anything is stored, else the loop is not vectorised
            float y0 = b0[j];
            float y1 = b1[j];
            float y2 = b2[j];
            float y3 = b3[j];
            float s0 = c0[j];
            float s1 = c1[j];
            float s2 = c2[j];
            float s3 = c3[j];
            c0[j] = fma(x03, y3, fma(x02, y2, fma(x01, y1, fma(x00, y0, s0))));
            c1[j] = fma(x13, y3, fma(x12, y2, fma(x11, y1, fma(x10, y0, s1))));
            c2[j] = fma(x23, y3, fma(x22, y2, fma(x21, y1, fma(x20, y0, s2))));
            c3[j] = fma(x33, y3, fma(x32, y2, fma(x31, y1, fma(x30, y0, s3))));
        }
    }

    private static void oneStep(
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3,
            float[] b,
            float x0,
            float x1,
            float x2,
            float x3,
            int real) {
        for (int j = 0; j < real; j++) {
            float y = b[j];
            float s1 = c1[j];
            float s2 = c2[j];
            float s3 = c3[j];
            c0[j] = fma(x0, y, c0[j]);
            c1[j] = fma(x1, y, s1);
            c2[j] = fma(x2, y, s2);
            c3[j] = fma(x3, y, s3);
        }
    }
}
