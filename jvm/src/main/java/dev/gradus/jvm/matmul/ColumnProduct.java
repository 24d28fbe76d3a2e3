package dev.gradus.jvm.matmul;

/// Multiplies a matrix by a single column, in plain Java.
///
/// Vectors have nothing to offer: a row is one chain, and of a tile only one lane would be used.
/// Eight rows at a time keep as many chains going as the processor needs to start two multiply-adds
/// in each cycle. If it is the columns of the matrix that are contiguous, vectors do fit: the product
/// is then a [RowProduct] with rows and columns exchanged.
final class ColumnProduct {

    private static final int ROWS = 8;

    private ColumnProduct() {}

    /// Multiplies rows of `a` by the column whose element `k` is `b[bOffset + k * bStep]`; row `i` of
    /// the result is `c[cOffset + i * cStep]`.
    static void multiply(
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
        int i = 0;
        for (; i + ROWS <= rows; i += ROWS) {
            eight(
                    a,
                    aOffset + i * aRowStride,
                    aRowStride,
                    aColumnStride,
                    b,
                    bOffset,
                    bStep,
                    c,
                    cOffset + i * cStep,
                    cStep,
                    depth);
        }
        for (; i < rows; i++) {
            float sum = 0f;
            int x = aOffset + i * aRowStride;
            int y = bOffset;
            for (int k = 0; k < depth; k++, x += aColumnStride, y += bStep) {
                sum = Math.fma(a[x], b[y], sum);
            }
            c[cOffset + i * cStep] = sum;
        }
    }

    private static void eight(
            float[] a,
            int a0,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int place,
            int cStep,
            int depth) {
        int a1 = a0 + aRowStride;
        int a2 = a1 + aRowStride;
        int a3 = a2 + aRowStride;
        int a4 = a3 + aRowStride;
        int a5 = a4 + aRowStride;
        int a6 = a5 + aRowStride;
        int a7 = a6 + aRowStride;
        float c0 = 0f;
        float c1 = 0f;
        float c2 = 0f;
        float c3 = 0f;
        float c4 = 0f;
        float c5 = 0f;
        float c6 = 0f;
        float c7 = 0f;
        int i = 0;
        int j = bOffset;
        for (int k = 0; k < depth; k++, i += aColumnStride, j += bStep) {
            float x = b[j];
            c0 = Math.fma(a[a0 + i], x, c0);
            c1 = Math.fma(a[a1 + i], x, c1);
            c2 = Math.fma(a[a2 + i], x, c2);
            c3 = Math.fma(a[a3 + i], x, c3);
            c4 = Math.fma(a[a4 + i], x, c4);
            c5 = Math.fma(a[a5 + i], x, c5);
            c6 = Math.fma(a[a6 + i], x, c6);
            c7 = Math.fma(a[a7 + i], x, c7);
        }
        c[place] = c0;
        c[place + cStep] = c1;
        c[place + 2 * cStep] = c2;
        c[place + 3 * cStep] = c3;
        c[place + 4 * cStep] = c4;
        c[place + 5 * cStep] = c5;
        c[place + 6 * cStep] = c6;
        c[place + 7 * cStep] = c7;
    }
}
