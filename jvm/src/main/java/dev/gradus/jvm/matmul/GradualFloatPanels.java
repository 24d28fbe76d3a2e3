package dev.gradus.jvm.matmul;

import org.jspecify.annotations.Nullable;

/// Keeps a matrix in plain panels until the tiles it needs are fast, and in vector panels from then
/// on.
///
/// Which of the two it is depends on the number of columns, and is decided anew with each matrix.
final class GradualFloatPanels implements FloatPanels {

    /// Holds the matrix, which several readers may share.
    private static final class Matrix {
        private final FloatPanels scalar = new ScalarFloatPanels();
        private @Nullable FloatPanels vector;
        private boolean vectors;
        private int columns;
    }

    private final boolean turned;
    private final Matrix matrix;
    private final FloatPanels scalar;
    private @Nullable FloatPanels vector;

    /// Makes empty panels for [#multiplyTurned] if `turned`, else for [#multiply].
    GradualFloatPanels(boolean turned) {
        this(turned, new Matrix());
    }

    private GradualFloatPanels(boolean turned, Matrix matrix) {
        this.turned = turned;
        this.matrix = matrix;
        scalar = matrix.scalar.reader();
    }

    @Override
    public FloatPanels reader() {
        return new GradualFloatPanels(turned, matrix);
    }

    @Override
    public void pack(
            float[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        choose(columns).pack(b, offset, rowStride, columnStride, depth, columns);
    }

    @Override
    public void borrow(
            float[] b, int offset, int rowStride, int columnStride, int depth, int columns) {
        choose(columns).borrow(b, offset, rowStride, columnStride, depth, columns);
    }

    private FloatPanels choose(int columns) {
        matrix.columns = columns;
        matrix.vectors = TileTwin.allFast(turned, columns, 0);
        if (!matrix.vectors) {
            return matrix.scalar;
        }
        if (matrix.vector == null) {
            matrix.vector = new VectorFloatPanels();
        }
        return matrix.vector;
    }

    /// Returns the form that holds the matrix, and counts what the plain form has to do.
    private FloatPanels form(int rows, int depth) {
        if (!matrix.vectors || matrix.vector == null) {
            var products = (long) rows * depth * matrix.columns;
            TileTwin.allFast(turned, matrix.columns, products);
            return scalar;
        }
        if (vector == null) {
            vector = matrix.vector.reader();
        }
        return vector;
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
        form(to - from, depthTo - depthFrom)
                .multiply(
                        a,
                        starts,
                        from,
                        to,
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
        form(to - from, depthTo - depthFrom)
                .multiplyTurned(
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
}
