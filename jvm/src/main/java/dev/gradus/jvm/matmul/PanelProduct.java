package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;

/// Multiplies a block of left-hand rows by one panel after another, with working memory that belongs
/// to a thread.
///
/// While the depth is not yet finished, sums are kept tile after tile without gaps, so that neither
/// wide nor awkwardly spaced rows of the result are fetched for each part of the depth. Only the
/// last part writes to the result.
final class PanelProduct {

    /// Counts the elements that a panel's rows are apart at most.
    static final int TILE_STRIDE = 4 * Species.FLOAT.length();

    private static final int LANES = Species.FLOAT.length();
    private static final int ROWS = FloatTiles.ROWS;
    private static final float[] ZEROS = new float[TILE_STRIDE];

    /// Rows left over that are cheaper one by one than as a whole tile.
    private static final int SINGLE_ROWS = 2;

    private static final ThreadLocal<PanelProduct> OF_THIS_THREAD =
            ThreadLocal.withInitial(PanelProduct::new);

    /// Holds the left-hand rows.
    final LeftBlock left = new LeftBlock();

    /// Copies panels of the right-hand matrix.
    final RightPanel right = new RightPanel();

    /// Multiplies by narrow matrices.
    final NarrowProduct narrow = new NarrowProduct();

    /// Holds a part of a panel.
    final float[] panel = new float[LeftBlock.LENGTH * TILE_STRIDE];

    private float[] sums = new float[ROWS * TILE_STRIDE];
    private int rows;
    private int columns;
    private int paddedRows;
    private float[] result = sums;
    private int resultPlace;
    private int resultStride;
    private boolean accumulate;

    private PanelProduct() {}

    static PanelProduct ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    /// Notes where the rows of the result stand, and makes room for their sums.
    void begin(
            int rows,
            int columns,
            int length,
            float[] c,
            int place,
            int stride,
            boolean accumulate) {
        this.rows = rows;
        this.columns = columns;
        result = c;
        resultPlace = place;
        resultStride = stride;
        this.accumulate = accumulate;
        paddedRows = length <= LeftBlock.LENGTH ? 0 : (rows + ROWS - 1) / ROWS * ROWS;
        int needed =
                Math.max(ROWS * TILE_STRIDE, paddedRows * ((columns + LANES - 1) / LANES * LANES));
        if (sums.length < needed) {
            sums = new float[needed];
        }
    }

    /// Multiplies by the panel that begins at column `j`.
    ///
    /// @param keep whether to copy the panel to [#panel] on the way and read it from there
    void tiles(
            float[] matrix,
            int matrixStart,
            int matrixStep,
            int length,
            int j,
            int vectors,
            boolean first,
            boolean last,
            boolean keep) {
        float[] b = keep ? panel : matrix;
        int bStart = keep ? 0 : matrixStart;
        int bStep = keep ? TILE_STRIDE : matrixStep;
        int width = vectors * LANES;
        boolean whole = j + width <= columns;
        boolean zero = first && !accumulate;
        float[] from = zero ? ZEROS : first ? result : sums;
        int fromStride = zero ? 0 : first ? resultStride : width;
        float[] to = last ? result : sums;
        int toStride = last ? resultStride : width;
        for (int i = 0; i < rows; i += ROWS) {
            int a = i * FloatTiles.STRIDE;
            int inResult = resultPlace + i * resultStride + j;
            int inSums = paddedRows == 0 ? 0 : j * paddedRows + i * width;
            int f = zero ? 0 : first ? inResult : inSums;
            int t = last ? inResult : inSums;
            int count = Math.min(ROWS, rows - i);
            if (keep && i == 0) {
                FloatTiles.wideKeeping(
                        left.rows(),
                        a,
                        matrix,
                        matrixStart,
                        matrixStep,
                        length,
                        from,
                        f,
                        fromStride,
                        to,
                        t,
                        toStride,
                        panel);
            } else if (whole && count == ROWS) {
                FloatTiles.compute(
                        vectors,
                        left.rows(),
                        a,
                        b,
                        bStart,
                        bStep,
                        length,
                        from,
                        f,
                        fromStride,
                        to,
                        t,
                        toStride);
            } else if (whole && count <= SINGLE_ROWS && vectors == 4) {
                for (int r = 0; r < count; r++) {
                    FloatTiles.row(
                            left.rows(),
                            a + r * FloatTiles.STRIDE,
                            b,
                            bStart,
                            bStep,
                            length,
                            from,
                            f + r * fromStride,
                            to,
                            t + r * toStride);
                }
            } else {
                int real = Math.min(width, columns - j);
                if (first && accumulate) {
                    copy(result, inResult, resultStride, sums, inSums, width, count, real);
                }
                float[] start = zero ? ZEROS : sums;
                f = zero ? 0 : inSums;
                int stride = zero ? 0 : width;
                FloatTiles.compute(
                        vectors,
                        left.rows(),
                        a,
                        b,
                        bStart,
                        bStep,
                        length,
                        start,
                        f,
                        stride,
                        sums,
                        inSums,
                        width);
                if (last) {
                    copy(sums, inSums, width, result, inResult, resultStride, count, real);
                }
            }
        }
    }

    private static void copy(
            float[] from,
            int f,
            int fromStride,
            float[] to,
            int t,
            int toStride,
            int rows,
            int columns) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, f + r * fromStride, to, t + r * toStride, columns);
        }
    }
}
