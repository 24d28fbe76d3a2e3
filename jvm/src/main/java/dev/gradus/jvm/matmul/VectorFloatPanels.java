package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;

/// Multiplies tile by tile, each tile as wide as a panel of the right-hand matrix.
///
/// The columns are dealt out to panels of 4 vectors, the rest to panels of 2 and 1. The depth is
/// cut into equal blocks of at most 160: so much of a panel (40 KB at 512 bits) stays in the
/// first-level cache while all rows of a [LeftBlock] pass by, and those rows stay in the
/// second-level cache while all panels pass by.
///
/// [#pack] copies the whole matrix into panels. [#borrow] leaves it where it is: the first tile of a
/// block then copies the panel while it multiplies, which costs no time; a transposed matrix is
/// turned part by part; and for few rows nothing is copied at all.
final class VectorFloatPanels implements FloatPanels {

    private static final int LANES = Species.FLOAT.length();

    private static final int WIDE = TileTwin.WIDEST;

    /// Rows up to which a panel is read in place: a copy would not be used again.
    private static final int FEW_ROWS = FloatTiles.ROWS;

    /// Holds the matrix, which several readers may share.
    private static final class Matrix {
        private float[] packed = new float[0];
        private boolean isPacked;
        private float[] values = packed;
        private int offset;
        private int rowStride;
        private int columnStride;
        private int depth;
        private int columns;
    }

    private final Matrix matrix;

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
        int needed = (columns + LANES - 1) / LANES * LANES * depth;
        if (matrix.packed.length < needed) {
            matrix.packed = new float[needed];
        }
        borrow(matrix.packed, 0, 0, 0, depth, columns);
        matrix.isPacked = true;
        RightPanel right = PanelProduct.ofThisThread().right;
        for (int j = 0; j < columns; ) {
            int width = vectorsAt(j) * LANES;
            int real = Math.min(width, columns - j);
            int start = offset + j * columnStride;
            right.fill(
                    b,
                    start,
                    rowStride,
                    columnStride,
                    depth,
                    real,
                    matrix.packed,
                    j * depth,
                    width);
            j += width;
        }
    }

    @Override
    public void borrow(
            float[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        matrix.isPacked = false;
        matrix.values = b;
        matrix.offset = offset;
        matrix.rowStride = rowStride;
        matrix.columnStride = columnStride;
        matrix.depth = depth;
        matrix.columns = columns;
    }

    /// Counts the vectors of the panel that begins at column `j`.
    private int vectorsAt(int j) {
        int vectors = (matrix.columns - j + LANES - 1) / LANES;
        // three vectors cost less as 2 + 1 than as 4
        return vectors >= WIDE ? WIDE : vectors >= 2 ? 2 : 1;
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
        if (matrix.columns <= WIDE * LANES) {
            narrow(
                    a,
                    starts,
                    from,
                    to,
                    NarrowProduct.STRAIGHT,
                    shift,
                    depthFrom,
                    depthTo,
                    c,
                    cOffset,
                    cRowStride,
                    accumulate);
            return;
        }
        PanelProduct product = PanelProduct.ofThisThread();
        for (int i = from; i < to; i += LeftBlock.ROWS) {
            int end = Math.min(to, i + LeftBlock.ROWS);
            product.begin(
                    end - i,
                    matrix.columns,
                    depthTo - depthFrom,
                    c,
                    cOffset + i * cRowStride,
                    cRowStride,
                    accumulate);
            int k = depthFrom;
            do {
                int length = blockLength(depthTo - k);
                product.left.copy(a, starts, i, end, shift + k - depthFrom, length);
                block(product, end - i, k, length, k == depthFrom, k + length == depthTo);
                k += length;
            } while (k < depthTo);
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
        if (matrix.columns <= WIDE * LANES) {
            narrow(
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
            return;
        }
        PanelProduct product = PanelProduct.ofThisThread();
        for (int i = from; i < to; i += LeftBlock.ROWS) {
            int end = Math.min(to, i + LeftBlock.ROWS);
            product.begin(
                    end - i,
                    matrix.columns,
                    depthTo - depthFrom,
                    c,
                    cOffset + i * cRowStride,
                    cRowStride,
                    accumulate);
            int k = depthFrom;
            do {
                int length = blockLength(depthTo - k);
                product.left.turn(a, starts, i, end, steps, k - depthFrom, shift, length);
                block(product, end - i, k, length, k == depthFrom, k + length == depthTo);
                k += length;
            } while (k < depthTo);
        }
    }

    /// Cuts what is left of the depth into equal blocks, whole vectors where possible.
    private static int blockLength(int left) {
        if (left <= LeftBlock.LENGTH) {
            return left;
        }
        int blocks = (left + LeftBlock.LENGTH - 1) / LeftBlock.LENGTH;
        return Math.min(LeftBlock.LENGTH, ((left + blocks - 1) / blocks + 15) / 16 * 16);
    }

    private void narrow(
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
        PanelProduct product = PanelProduct.ofThisThread();
        boolean add = accumulate;
        int k = depthFrom;
        do {
            int length = blockLength(depthTo - k);
            for (int j = 0; j < matrix.columns; ) {
                int width = vectorsAt(j) * LANES;
                int real = Math.min(width, matrix.columns - j);
                float[] b = matrix.values;
                int start = matrix.offset + k * matrix.rowStride + j * matrix.columnStride;
                if (matrix.isPacked) {
                    start = j * matrix.depth + k * width;
                } else if (matrix.columnStride != 1 || matrix.rowStride != width || real < width) {
                    product.right.fill(
                            b,
                            start,
                            matrix.rowStride,
                            matrix.columnStride,
                            length,
                            real,
                            product.panel,
                            0,
                            width);
                    b = product.panel;
                    start = 0;
                }
                product.narrow.panel(
                        a,
                        starts,
                        from,
                        to,
                        steps,
                        k - depthFrom,
                        shift,
                        b,
                        start,
                        vectorsAt(j),
                        real,
                        length,
                        c,
                        cOffset + j,
                        cRowStride,
                        add);
                j += width;
            }
            add = true;
            k += length;
        } while (k < depthTo);
    }

    private void block(
            PanelProduct product, int rows, int k, int length, boolean first, boolean last) {
        for (int j = 0; j < matrix.columns; ) {
            int vectors = vectorsAt(j);
            int width = vectors * LANES;
            if (matrix.isPacked) {
                int start = j * matrix.depth + k * width;
                product.tiles(matrix.packed, start, width, length, j, vectors, first, last, false);
            } else {
                borrowed(product, rows, j, vectors, k, length, first, last);
            }
            j += width;
        }
    }

    private void borrowed(
            PanelProduct product,
            int rows,
            int j,
            int vectors,
            int k,
            int length,
            boolean first,
            boolean last) {
        float[] b = matrix.values;
        int rowStride = matrix.rowStride;
        int columnStride = matrix.columnStride;
        int start = matrix.offset + k * rowStride + j * columnStride;
        int width = vectors * LANES;
        int real = Math.min(width, matrix.columns - j);
        boolean whole = columnStride == 1 && real == width;
        if (whole && (rows <= FEW_ROWS || rowStride == width)) {
            product.tiles(b, start, rowStride, length, j, vectors, first, last, false);
        } else if (whole && vectors == 4) {
            product.tiles(b, start, rowStride, length, j, vectors, first, last, true);
        } else {
            product.right.fill(
                    b, start, rowStride, columnStride, length, real, product.panel, 0, width);
            product.tiles(product.panel, 0, width, length, j, vectors, first, last, false);
        }
    }
}
