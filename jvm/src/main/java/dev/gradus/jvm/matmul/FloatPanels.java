package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Lanes;

/// Keeps the right-hand matrix of a product in the order in which the kernels read it.
///
/// [#pack] copies a matrix `b` of `depth × columns` into panels, once; [#multiply] then uses it for
/// as many rows as there are. The left-hand rows need not be evenly spaced, each has a start of its
/// own: a convolution's rows are overlapping stretches of an image.
///
/// Every element of the result is `c = fma(a[k], b[k], c)` for `k` ascending, one chain without
/// shortcuts. That is the definition which the vector form and the scalar form both keep, so their
/// results agree to the last bit however rows, columns or depth are cut.
public interface FloatPanels {

    /// Makes empty panels for [#multiply], in the form that is in force ([Lanes]).
    static FloatPanels create() {
        return create(false);
    }

    /// Makes empty panels for [#multiplyTurned].
    static FloatPanels createTurned() {
        return create(true);
    }

    private static FloatPanels create(boolean turned) {
        if (Lanes.GRADUAL) {
            return new GradualFloatPanels(turned);
        }
        return Lanes.vectors() ? new VectorFloatPanels() : new ScalarFloatPanels();
    }

    /// Copies the matrix whose element in row `k` and column `j` is `b[offset + k * rowStride + j *
    /// columnStride]`.
    void pack(float[] b, int offset, int rowStride, int columnStride, int depth, int columns);

    /// Takes the matrix as [#pack] does, but may leave it where it is and copy parts as they are
    /// needed.
    ///
    /// This pays when each block of rows is multiplied but once. The matrix must not change before
    /// the last multiplication.
    void borrow(float[] b, int offset, int rowStride, int columnStride, int depth, int columns);

    /// Borrows a matrix whose rows are contiguous.
    default void take(float[] b, int offset, int rowStride, int depth, int columns) {
        borrow(b, offset, rowStride, 1, depth, columns);
    }

    /// Returns panels with the same matrix, for another thread: what is packed into one is packed
    /// into both, while each multiplies with working memory of its own.
    FloatPanels reader();

    /// Multiplies rows `from` to `to` by the matrix, or by a range of its rows.
    ///
    /// Element `k` of row `i`, counted from `depthFrom`, is `a[starts[i] + shift + k]`. Row `i` of
    /// the result begins at `c[cOffset + i * cRowStride]`.
    ///
    /// @param accumulate whether the chain starts from what `c` holds; otherwise from zero
    void multiply(
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
            boolean accumulate);

    /// Multiplies as [#multiply] does, but rows of `a` need not be contiguous either.
    ///
    /// Element `k` of row `i`, counted from `depthFrom`, is `a[starts[i] + shift + steps[k]]`.
    void multiplyTurned(
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
            boolean accumulate);
}
