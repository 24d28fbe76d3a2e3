package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Keeps a matrix in panels as wide as a tile of [FloatTiles] and multiplies tile by tile.
///
/// A panel holds some columns of the matrix, row after row, without gaps: the kernel then walks
/// straight through memory. Columns are dealt out to panels of 4 vectors, the rest to panels of 2
/// and 1, and what does not fill the last panel is zero. The depth is cut into blocks of `BLOCK`,
/// so that the part of a panel in use (32 KB at 512 bits) stays in the first-level cache while all
/// rows pass by.
final class VectorFloatPanels implements FloatPanels {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = FloatTiles.ROWS;

    /// Counts the vectors of the widest panel: 4 where there are 32 vector registers.
    private static final int WIDE =
            LANES == 16 || System.getProperty("os.arch").equals("aarch64") ? 4 : 2;

    private static final int BLOCK = 128;
    private static final int TILE_STRIDE = 4 * LANES;
    private static final float[] ZEROS = new float[TILE_STRIDE];

    /// Holds the matrix, which several readers may share.
    private static final class Matrix {
        private float[] own = new float[0];
        private float[] packed = own;
        private int packedStart;
        private float[] borrowed = own;
        private int borrowedOffset;
        private int borrowedStride;
        private int borrowedColumns;
        private int depth;
        private int columns;
    }

    private final Matrix matrix;
    private final float[] tile = new float[ROWS * TILE_STRIDE];

    VectorFloatPanels() {
        this(new Matrix());
    }

    private VectorFloatPanels(Matrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public FloatPanels reader() {
        return new VectorFloatPanels(matrix);
    }

    @Override
    public void pack(
            float[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        matrix.depth = depth;
        matrix.columns = columns;
        matrix.borrowedColumns = 0;
        fill(b, offset, rowStride, columnStride);
    }

    @Override
    public void borrow(float[] b, int offset, int rowStride, int depth, int columns) {
        matrix.depth = depth;
        matrix.columns = columns;
        matrix.borrowed = b;
        matrix.borrowedOffset = offset;
        matrix.borrowedStride = rowStride;
        matrix.borrowedColumns = WIDE == 4 ? columns / TILE_STRIDE * TILE_STRIDE : 0;
        fill(b, offset, rowStride, 1);
    }

    @Override
    public void take(float[] b, int offset, int rowStride, int depth, int columns) {
        matrix.depth = depth;
        matrix.columns = columns;
        matrix.borrowedColumns = 0;
        if (rowStride == columns && columns == vectorsAt(0) * LANES) {
            matrix.packed = b;
            matrix.packedStart = offset;
        } else {
            fill(b, offset, rowStride, 1);
        }
    }

    private void fill(float[] b, int offset, int rowStride, int columnStride) {
        int depth = matrix.depth;
        int columns = matrix.columns;
        int padded = matrix.borrowedColumns + roundUp(columns - matrix.borrowedColumns);
        int needed = (padded - matrix.borrowedColumns) * depth;
        if (matrix.own.length < needed) {
            matrix.own = new float[needed];
        }
        float[] packed = matrix.own;
        matrix.packed = packed;
        matrix.packedStart = 0;
        int place = 0;
        for (int j = matrix.borrowedColumns; j < columns; ) {
            int width = vectorsAt(j) * LANES;
            int real = Math.min(width, columns - j);
            int start = offset + j * columnStride;
            if (real < width) {
                Arrays.fill(packed, place, place + depth * width, 0f);
            }
            if (columnStride != 1) {
                FloatTransposition.transpose(
                        b, start, columnStride, rowStride, packed, place, width, real, depth);
            } else if (real < width) {
                copyNarrow(b, start, rowStride, packed, place, width, real, depth);
            } else {
                copy(b, start, rowStride, packed, place, width, depth);
            }
            place += depth * width;
            j += width;
        }
    }

    private static int roundUp(int columns) {
        return (columns + LANES - 1) / LANES * LANES;
    }

    /// Counts the vectors of the panel that begins at column `j`.
    private int vectorsAt(int j) {
        int left = (matrix.columns - j + LANES - 1) / LANES;
        // three vectors cost less as 2 + 1 than as 4
        return left >= WIDE ? WIDE : left >= 2 ? 2 : 1;
    }

    private static void copy(
            float[] b, int start, int rowStride, float[] to, int place, int width, int depth) {
        for (int j = 0; j < width; j += LANES) {
            copyColumn(b, start + j, rowStride, to, place + j, width, depth);
        }
    }

    private static void copyColumn(
            float[] b, int start, int stride, float[] to, int place, int width, int depth) {
        int from = start;
        int into = place;
        for (int k = 0; k < depth; k++) {
            FloatVector.fromArray(SPECIES, b, from).intoArray(to, into);
            from += stride;
            into += width;
        }
    }

    private static void copyNarrow(
            float[] b,
            int start,
            int rowStride,
            float[] to,
            int place,
            int width,
            int real,
            int depth) {
        for (int k = 0; k < depth; k++) {
            int from = start + k * rowStride;
            int into = place + k * width;
            for (int j = 0; j < real; j++) {
                to[into + j] = b[from + j];
            }
        }
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
        allBlocks(
                a,
                starts,
                from,
                to,
                FloatTiles.STRAIGHT,
                shift,
                depthFrom,
                depthTo,
                c,
                cOffset,
                cRowStride,
                accumulate);
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
        allBlocks(
                a,
                starts,
                from,
                to,
                steps,
                shift,
                depthFrom,
                depthTo,
                c,
                cOffset,
                cRowStride,
                accumulate);
    }

    private void allBlocks(
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
        boolean add = accumulate;
        int k = depthFrom;
        do {
            int length = Math.min(BLOCK, depthTo - k);
            block(
                    a,
                    starts,
                    from,
                    to,
                    steps,
                    k - depthFrom,
                    shift,
                    k,
                    length,
                    c,
                    cOffset,
                    cRowStride,
                    add);
            add = true;
            k += length;
        } while (k < depthTo);
    }

    private void block(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int step,
            int shift,
            int k,
            int length,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean add) {
        for (int j = 0; j < matrix.borrowedColumns; j += TILE_STRIDE) {
            int place = matrix.borrowedOffset + k * matrix.borrowedStride + j;
            panel(
                    a,
                    starts,
                    from,
                    to,
                    steps,
                    step,
                    shift,
                    matrix.borrowed,
                    place,
                    matrix.borrowedStride,
                    4,
                    TILE_STRIDE,
                    length,
                    c,
                    cOffset + j,
                    cRowStride,
                    add);
        }
        int panelStart = matrix.packedStart;
        for (int j = matrix.borrowedColumns; j < matrix.columns; ) {
            int vectors = vectorsAt(j);
            int width = vectors * LANES;
            int real = Math.min(width, matrix.columns - j);
            panel(
                    a,
                    starts,
                    from,
                    to,
                    steps,
                    step,
                    shift,
                    matrix.packed,
                    panelStart + k * width,
                    0,
                    vectors,
                    real,
                    length,
                    c,
                    cOffset + j,
                    cRowStride,
                    add);
            panelStart += matrix.depth * width;
            j += width;
        }
    }

    private void panel(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int bStep,
            int vectors,
            int real,
            int length,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean add) {
        boolean whole = real == vectors * LANES;
        int i = from;
        if (whole) {
            for (; i + ROWS <= to; i += ROWS) {
                int place = cOffset + i * cRowStride;
                float[] start = add ? c : ZEROS;
                FloatTiles.compute(
                        a,
                        starts,
                        i,
                        i + ROWS - 1,
                        steps,
                        step,
                        shift,
                        b,
                        bStart,
                        bStep,
                        vectors,
                        length,
                        start,
                        add ? place : 0,
                        add ? cRowStride : 0,
                        c,
                        place,
                        cRowStride);
            }
        }
        for (; i < to; i += ROWS) {
            edge(
                    a,
                    starts,
                    i,
                    Math.min(to, i + ROWS),
                    steps,
                    step,
                    shift,
                    b,
                    bStart,
                    bStep,
                    vectors,
                    real,
                    length,
                    c,
                    cOffset,
                    cRowStride,
                    add);
        }
    }

    /// Computes a tile of which only some rows or columns exist, by way of a whole one set aside.
    private void edge(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int bStep,
            int vectors,
            int real,
            int length,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean add) {
        if (add) {
            for (int i = from; i < to; i++) {
                System.arraycopy(c, cOffset + i * cRowStride, tile, (i - from) * TILE_STRIDE, real);
            }
        }
        FloatTiles.compute(
                a,
                starts,
                from,
                to - 1,
                steps,
                step,
                shift,
                b,
                bStart,
                bStep,
                vectors,
                length,
                add ? tile : ZEROS,
                0,
                add ? TILE_STRIDE : 0,
                tile,
                0,
                TILE_STRIDE);
        for (int i = from; i < to; i++) {
            System.arraycopy(tile, (i - from) * TILE_STRIDE, c, cOffset + i * cRowStride, real);
        }
    }
}
