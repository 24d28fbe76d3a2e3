package dev.gradus.jvm.matmul;

import java.util.Arrays;

/// Multiplies matrices: `c[i, j] = sum over k of a[i, k] * b[k, j]`.
///
/// Each element is one chain `c = fma(a[k], b[k], c)` for `k` ascending, from zero or, when the
/// product is to be accumulated, from what `c` holds. This is exact to the bit on every path: at
/// any vector width, for any strides, and when the caller cuts a product by rows or columns among
/// threads.
///
/// A float32 product is computed in blocks of at most 516 rows × 512 columns, each over the whole
/// depth, so that the sums of a block (1 MB) and the left-hand rows in use (360 KB) stay together in
/// a second-level cache of 2 MB; [FloatPanels] does the work. Rows with all their columns are handed
/// to whoever wants to go on with them before they are forgotten ([RowsDone]). Three shapes that tiles
/// do not suit go ways of their own: one row ([RowProduct]), one column ([ColumnProduct]), and few rows
/// by a transposed matrix ([TurnedProduct]).
public final class MatMul {

    /// Rows of a block; each is packed once for all its columns.
    private static final int BLOCK_ROWS = 516;

    /// Depth that is not cut, so that no sums have to be kept.
    private static final int SHALLOW = 160;

    /// Rows of a block of such a product, whose time goes into writing the result: with fewer rows,
    /// each is written further along before the next block.
    private static final int SHALLOW_ROWS = 126;

    /// Columns of a block.
    private static final int BLOCK_COLUMNS = 512;

    /// Rows of a tile, and columns of its widest form.
    private static final int TILE_ROWS = 6;

    private static final int TILE_COLUMNS = 64;

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
                RowsDone.NOTHING,
                0);
    }

    /// Multiplies float32 matrices and tells `done` about each block of rows as it becomes final.
    ///
    /// @param firstRow the number by which `done` knows the first row
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
            RowsDone done,
            int firstRow) {
        if (rows == 1
                && bColumnStride == 1
                && !accumulate
                && TileTwin.rowIsFast((long) columns * depth)) {
            RowProduct.multiply(
                    a, aOffset, aColumnStride, b, bOffset, bRowStride, c, cOffset, columns, depth);
            done.rows(firstRow, firstRow + 1);
            return;
        }
        if (columns == 1 && !accumulate) {
            column(
                    a,
                    aOffset,
                    aRowStride,
                    aColumnStride,
                    b,
                    bOffset,
                    bRowStride,
                    c,
                    cOffset,
                    cRowStride,
                    rows,
                    depth);
            done.rows(firstRow, firstRow + rows);
            return;
        }
        if (TurnedProduct.pays(rows, columns, depth, bRowStride, bColumnStride, accumulate)) {
            TurnedProduct.multiply(
                    a,
                    aOffset,
                    aRowStride,
                    aColumnStride,
                    b,
                    bOffset,
                    bColumnStride,
                    c,
                    cOffset,
                    cRowStride,
                    rows,
                    columns,
                    depth);
            done.rows(firstRow, firstRow + rows);
            return;
        }
        Scratch scratch = Scratch.ofThisThread();
        FloatPanels panels = aColumnStride == 1 ? scratch.floatPanels() : scratch.turnedPanels();
        int block = piece(rows, depth <= SHALLOW ? SHALLOW_ROWS : BLOCK_ROWS, TILE_ROWS);
        int chunk = piece(columns, BLOCK_COLUMNS, TILE_COLUMNS);
        int[] starts = scratch.starts(block);
        fillEvenly(starts, block, aRowStride);
        int[] steps = scratch.steps(aColumnStride == 1 ? 0 : depth);
        fillEvenly(steps, aColumnStride == 1 ? 0 : depth, aColumnStride);
        for (int i = 0; i < rows; i += block) {
            int height = Math.min(block, rows - i);
            int first = aOffset + i * aRowStride;
            for (int j = 0; j < columns; j += chunk) {
                int width = Math.min(chunk, columns - j);
                int start = bOffset + j * bColumnStride;
                int place = cOffset + i * cRowStride + j;
                panels.borrow(b, start, bRowStride, bColumnStride, depth, width);
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
            }
            done.rows(firstRow + i, firstRow + i + height);
        }
    }

    /// Multiplies by one column, which is a row when rows and columns are exchanged.
    private static void column(
            float[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int cOffset,
            int cStep,
            int rows,
            int depth) {
        if (aRowStride == 1 && cStep == 1 && TileTwin.rowIsFast((long) rows * depth)) {
            RowProduct.multiply(
                    b, bOffset, bStep, a, aOffset, aColumnStride, c, cOffset, rows, depth);
        } else {
            ColumnProduct.multiply(
                    a,
                    aOffset,
                    aRowStride,
                    aColumnStride,
                    b,
                    bOffset,
                    bStep,
                    c,
                    cOffset,
                    cStep,
                    rows,
                    depth);
        }
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

    /// Cuts `size` into as few equal pieces of at most `most` as possible, multiples of `unit`.
    private static int piece(int size, int most, int unit) {
        int pieces = Math.max(1, (size + most - 1) / most);
        return Math.max(unit, ((size + pieces - 1) / pieces + unit - 1) / unit * unit);
    }

    private static void fillEvenly(int[] places, int count, int stride) {
        for (int i = 0; i < count; i++) {
            places[i] = i * stride;
        }
    }
}
