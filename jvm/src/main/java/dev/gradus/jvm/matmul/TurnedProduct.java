package dev.gradus.jvm.matmul;

/// Multiplies few rows by a transposed matrix, by exchanging the roles of the two.
///
/// Tiles read rows of the right-hand matrix, so a transposed one must be turned first, which is not
/// worth its while if only few rows make use of it. But the transpose of the product is the product
/// of the transposes in reverse order: there the large matrix stands on the left and is read as it
/// is, and what has to be turned is the small matrix and the small result. Factors of a
/// multiplication may change places, so each element is the same chain and has the same bits.
///
/// 32 rows, depth 1024, 256 columns on one core with AVX-512: 92 to 98 µs so, 126 with the large matrix
/// turned. With as many columns as depth it still gains a sixth, with more it would lose.
final class TurnedProduct {

    /// Rows, 16, 32 or 64, that fill one panel of the exchanged product and no more.
    private static final int FEWEST_ROWS = 16;

    private static final int MOST_ROWS = 64;

    /// How much more turning an element of the result costs than one of the matrices: it is done
    /// element by element.
    private static final int RESULT = 8;

    private TurnedProduct() {}

    /// Tells whether turning the right-hand matrix would cost more than exchanging roles.
    static boolean pays(
            int rows,
            int columns,
            int depth,
            int bRowStride,
            int bColumnStride,
            boolean accumulate) {
        return bRowStride == 1
                && bColumnStride != 1
                && !accumulate
                && rows >= FEWEST_ROWS
                && rows <= MOST_ROWS
                && Integer.bitCount(rows) == 1
                && (long) rows * (depth + RESULT * columns) < (long) columns * depth;
    }

    /// Multiplies as [MatMul#multiply] does; column `j` of the right-hand matrix begins at `b[bOffset
    /// + j * bColumnStride]`.
    static void multiply(
            float[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int bColumnStride,
            float[] c,
            int cOffset,
            int cRowStride,
            int rows,
            int columns,
            int depth) {
        float[] turned = Scratch.ofThisThread().turned(columns * rows);
        MatMul.multiply(
                b,
                bOffset,
                bColumnStride,
                1,
                a,
                aOffset,
                aColumnStride,
                aRowStride,
                turned,
                0,
                rows,
                columns,
                rows,
                depth,
                false);
        FloatTransposition.transpose(turned, 0, rows, 1, c, cOffset, cRowStride, columns, rows);
    }
}
