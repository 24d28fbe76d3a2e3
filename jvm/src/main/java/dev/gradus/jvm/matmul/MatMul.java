package dev.gradus.jvm.matmul;

import java.util.Arrays;

/// Multiplies matrices: `c[i, j] = sum over k of a[i, k] * b[k, j]`.
///
/// Each element is one chain `c = fma(a[k], b[k], c)` for `k` ascending, from zero or, when the
/// product is to be accumulated, from what `c` holds. This is exact to the bit on every path: at
/// any vector width, for any strides, and when the caller cuts a product by rows or columns among
/// threads.
///
/// The right-hand matrix is first copied into panels ([FloatPanels]), from which the tiles of
/// [FloatTiles] read; for few rows it stays where it is. The left-hand matrix is always read in
/// place, transposed or not. A block of rows is finished over the whole depth and all columns
/// before the next begins, small enough to stay in the second-level cache for whoever wants to work
/// on it ([RowsDone]).
public final class MatMul {

    /// Elements of a row block of the result: half a megabyte.
    private static final int BLOCK_ELEMENTS = 1 << 17;

    /// Elements of the right-hand matrix packed at once: four megabytes.
    private static final int PANEL_ELEMENTS = 1 << 20;

    /// Rows up to which copying the right-hand matrix costs more than reading it in place.
    private static final int FEW_ROWS = 48;

    /// The same for a matrix of more than `LARGE` elements, which copying moves out of the cache.
    private static final int FEW_ROWS_OF_LARGE = 128;

    private static final int LARGE = 1 << 16;

    private MatMul() {}

    /// Multiplies float32 matrices.
    ///
    /// Element `[i, k]` of `a` is `a[aOffset + i * aRowStride + k * aColumnStride]`, likewise for
    /// `b`; rows of `c` are contiguous and begin `cRowStride` apart. `c` must be neither `a` nor
    /// `b`.
    ///
    /// @param accumulate whether to add to what `c` holds instead of replacing it
    public static void multiply(
            float[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            float[] c,
            int cOffset,
            int cRowStride,
            int rows,
            int columns,
            int depth,
            boolean accumulate) {
        multiply(
                a,
                aOffset,
                aRowStride,
                aColumnStride,
                b,
                bOffset,
                bRowStride,
                bColumnStride,
                c,
                cOffset,
                cRowStride,
                rows,
                columns,
                depth,
                accumulate,
                RowsDone.NOTHING);
    }

    /// Multiplies float32 matrices and tells `done` about each block of rows as it becomes final.
    public static void multiply(
            float[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            float[] c,
            int cOffset,
            int cRowStride,
            int rows,
            int columns,
            int depth,
            boolean accumulate,
            RowsDone done) {
        Scratch scratch = Scratch.ofThisThread();
        FloatPanels panels = scratch.floatPanels();
        int chunk = Math.max(64, PANEL_ELEMENTS / Math.max(1, depth) / 64 * 64);
        int block = blockRows(columns);
        int[] starts = scratch.starts(Math.min(block, rows));
        fillEvenly(starts, Math.min(block, rows), aRowStride);
        int[] steps = scratch.steps(aColumnStride == 1 ? 0 : depth);
        fillEvenly(steps, aColumnStride == 1 ? 0 : depth, aColumnStride);
        boolean inPlace = rows <= ((long) depth * columns > LARGE ? FEW_ROWS_OF_LARGE : FEW_ROWS);
        int j = 0;
        do {
            int width = Math.min(chunk, columns - j);
            int start = bOffset + j * bColumnStride;
            if (inPlace && bColumnStride == 1 && aColumnStride == 1) {
                panels.borrow(b, start, bRowStride, depth, width);
            } else {
                panels.pack(b, start, bRowStride, bColumnStride, depth, width);
            }
            for (int i = 0; i < rows; i += block) {
                int height = Math.min(block, rows - i);
                int first = aOffset + i * aRowStride;
                int place = cOffset + i * cRowStride + j;
                if (aColumnStride == 1) {
                    panels.multiply(
                            a,
                            starts,
                            0,
                            height,
                            first,
                            0,
                            depth,
                            c,
                            place,
                            cRowStride,
                            accumulate);
                } else {
                    panels.multiplyTurned(
                            a,
                            starts,
                            0,
                            height,
                            steps,
                            first,
                            0,
                            depth,
                            c,
                            place,
                            cRowStride,
                            accumulate);
                }
                if (j + width == columns) {
                    done.rows(i, i + height);
                }
            }
            j += width;
        } while (j < columns);
    }

    /// Multiplies float64 matrices, with the same meaning of every argument.
    public static void multiply(
            double[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            double[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            double[] c,
            int cOffset,
            int cRowStride,
            int rows,
            int columns,
            int depth,
            boolean accumulate) {
        Scratch scratch = Scratch.ofThisThread();
        DoublePanels panels = scratch.doublePanels();
        panels.pack(b, bOffset, bRowStride, bColumnStride, depth, columns);
        int[] starts = scratch.starts(rows);
        fillEvenly(starts, rows, aRowStride);
        if (aColumnStride == 1) {
            panels.multiply(
                    a, starts, 0, rows, aOffset, 0, depth, c, cOffset, cRowStride, accumulate);
        } else {
            int[] steps = scratch.steps(depth);
            fillEvenly(steps, depth, aColumnStride);
            panels.multiplyTurned(
                    a,
                    starts,
                    0,
                    rows,
                    steps,
                    aOffset,
                    0,
                    depth,
                    c,
                    cOffset,
                    cRowStride,
                    accumulate);
        }
    }

    /// Multiplies int32 matrices, with the same meaning of every argument; sums wrap around.
    public static void multiply(
            int[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            int[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            int[] c,
            int cOffset,
            int cRowStride,
            int rows,
            int columns,
            int depth,
            boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            int start = cOffset + i * cRowStride;
            if (!accumulate) {
                Arrays.fill(c, start, start + columns, 0);
            }
            IntegerProducts.addRow(
                    a,
                    aOffset + i * aRowStride,
                    aColumnStride,
                    b,
                    bOffset,
                    bRowStride,
                    bColumnStride,
                    c,
                    start,
                    columns,
                    depth);
        }
    }

    /// Multiplies int64 matrices, with the same meaning of every argument; sums wrap around.
    public static void multiply(
            long[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            long[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            long[] c,
            int cOffset,
            int cRowStride,
            int rows,
            int columns,
            int depth,
            boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            int start = cOffset + i * cRowStride;
            if (!accumulate) {
                Arrays.fill(c, start, start + columns, 0);
            }
            IntegerProducts.addRow(
                    a,
                    aOffset + i * aRowStride,
                    aColumnStride,
                    b,
                    bOffset,
                    bRowStride,
                    bColumnStride,
                    c,
                    start,
                    columns,
                    depth);
        }
    }

    /// Chooses how many rows to finish together: whole tiles of 6 rows and of 4.
    private static int blockRows(int columns) {
        return Math.max(48, BLOCK_ELEMENTS / Math.max(64, columns) / 12 * 12);
    }

    private static void fillEvenly(int[] places, int count, int stride) {
        for (int i = 0; i < count; i++) {
            places[i] = i * stride;
        }
    }
}
