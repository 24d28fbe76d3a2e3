package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Computes one small tile of a matrix product, six rows high, without leaving the registers.
///
/// A tile of 6 rows × 4 vectors needs 24 registers for its sums, 4 for a row of `b` and 1 for an
/// element of `a`: that fills the 32 registers of AVX-512 and NEON, and each element loaded is used
/// 4 or 6 times. With 16 registers, 6 × 2 is the widest that fits. The sums are written out as
/// local variables because an array of vectors would live in memory.
///
/// The left-hand rows stand a fixed distance apart ([#STRIDE], see [LeftBlock]), so that one register
/// and six constants address all of them. Tiles alone, depth 128, one core with AVX-512, medians of
/// one run: 181 GFLOP/s so, 158 with six starts of their own. Rows of `b` are `bStep` apart: the
/// width of the panel when packed, or the matrix's own distance when it is read in place; that the
/// distance is a variable costs 3 % of it.
///
/// Sums start from the tile at `from` and end in the tile at `to`, which may be the same: a product
/// that does not accumulate reads its start from a row of zeros (stride 0), so the kernel has no
/// branch.
///
/// `MatMulSpeed` measures whole products.
final class FloatTiles {

    /// Counts the rows of a tile.
    static final int ROWS = 6;

    /// Counts the elements from one left-hand row to the next.
    ///
    /// It is the longest part of a row, 160, and 16 more: an odd number of cache lines, for at the
    /// distance of a power of two rows would drive each other out of the cache.
    static final int STRIDE = 176;

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private FloatTiles() {}

    /// Computes 6 rows × `vectors`, which is 4, 2 or 1.
    static void compute(
            int vectors,
            float[] a,
            int aStart,
            float[] b,
            int bStart,
            int bStep,
            int depth,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride) {
        if (vectors == 4) {
            wide(
                    a,
                    aStart,
                    b,
                    bStart,
                    bStep,
                    depth,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
        } else if (vectors == 2) {
            half(
                    a,
                    aStart,
                    b,
                    bStart,
                    bStep,
                    depth,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
        } else {
            narrow(
                    a,
                    aStart,
                    b,
                    bStart,
                    bStep,
                    depth,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
        }
    }

    /// Computes 6 rows × 4 vectors.
    private static void wide(
            float[] a,
            int aStart,
            float[] b,
            int bStart,
            int bStep,
            int depth,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride) {
        int f = fromStart;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c33 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c40 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c41 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c42 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c43 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c50 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c51 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c52 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c53 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        int j = bStart;
        for (int k = 0; k < depth; k++, j += bStep) {
            int i = aStart + k;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, j + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, j + 3 * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[i]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[i + STRIDE]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[i + 2 * STRIDE]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[i + 3 * STRIDE]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[i + 4 * STRIDE]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            c42 = x4.fma(b2, c42);
            c43 = x4.fma(b3, c43);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[i + 5 * STRIDE]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            c52 = x5.fma(b2, c52);
            c53 = x5.fma(b3, c53);
        }
        int t = toStart;
        c00.intoArray(to, t);
        c01.intoArray(to, t + LANES);
        c02.intoArray(to, t + 2 * LANES);
        c03.intoArray(to, t + 3 * LANES);
        t += toStride;
        c10.intoArray(to, t);
        c11.intoArray(to, t + LANES);
        c12.intoArray(to, t + 2 * LANES);
        c13.intoArray(to, t + 3 * LANES);
        t += toStride;
        c20.intoArray(to, t);
        c21.intoArray(to, t + LANES);
        c22.intoArray(to, t + 2 * LANES);
        c23.intoArray(to, t + 3 * LANES);
        t += toStride;
        c30.intoArray(to, t);
        c31.intoArray(to, t + LANES);
        c32.intoArray(to, t + 2 * LANES);
        c33.intoArray(to, t + 3 * LANES);
        t += toStride;
        c40.intoArray(to, t);
        c41.intoArray(to, t + LANES);
        c42.intoArray(to, t + 2 * LANES);
        c43.intoArray(to, t + 3 * LANES);
        t += toStride;
        c50.intoArray(to, t);
        c51.intoArray(to, t + LANES);
        c52.intoArray(to, t + 2 * LANES);
        c53.intoArray(to, t + 3 * LANES);
    }

    /// Computes 6 rows × 4 vectors and copies the rows of `b` to `panel` without gaps on the way.
    ///
    /// The stores hide between the multiply-adds, where a pass of its own would have to be waited for.
    static void wideKeeping(
            float[] a,
            int aStart,
            float[] b,
            int bStart,
            int bStep,
            int depth,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride,
            float[] panel) {
        int f = fromStart;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c33 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c40 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c41 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c42 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c43 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        f += fromStride;
        FloatVector c50 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c51 = FloatVector.fromArray(SPECIES, from, f + LANES);
        FloatVector c52 = FloatVector.fromArray(SPECIES, from, f + 2 * LANES);
        FloatVector c53 = FloatVector.fromArray(SPECIES, from, f + 3 * LANES);
        int j = bStart;
        for (int k = 0; k < depth; k++, j += bStep) {
            int i = aStart + k;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            b0.intoArray(panel, k * 4 * LANES);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            b1.intoArray(panel, (k * 4 + 1) * LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, j + 2 * LANES);
            b2.intoArray(panel, (k * 4 + 2) * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, j + 3 * LANES);
            b3.intoArray(panel, (k * 4 + 3) * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[i]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[i + STRIDE]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[i + 2 * STRIDE]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[i + 3 * STRIDE]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[i + 4 * STRIDE]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            c42 = x4.fma(b2, c42);
            c43 = x4.fma(b3, c43);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[i + 5 * STRIDE]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            c52 = x5.fma(b2, c52);
            c53 = x5.fma(b3, c53);
        }
        int t = toStart;
        c00.intoArray(to, t);
        c01.intoArray(to, t + LANES);
        c02.intoArray(to, t + 2 * LANES);
        c03.intoArray(to, t + 3 * LANES);
        t += toStride;
        c10.intoArray(to, t);
        c11.intoArray(to, t + LANES);
        c12.intoArray(to, t + 2 * LANES);
        c13.intoArray(to, t + 3 * LANES);
        t += toStride;
        c20.intoArray(to, t);
        c21.intoArray(to, t + LANES);
        c22.intoArray(to, t + 2 * LANES);
        c23.intoArray(to, t + 3 * LANES);
        t += toStride;
        c30.intoArray(to, t);
        c31.intoArray(to, t + LANES);
        c32.intoArray(to, t + 2 * LANES);
        c33.intoArray(to, t + 3 * LANES);
        t += toStride;
        c40.intoArray(to, t);
        c41.intoArray(to, t + LANES);
        c42.intoArray(to, t + 2 * LANES);
        c43.intoArray(to, t + 3 * LANES);
        t += toStride;
        c50.intoArray(to, t);
        c51.intoArray(to, t + LANES);
        c52.intoArray(to, t + 2 * LANES);
        c53.intoArray(to, t + 3 * LANES);
    }

    /// Computes 6 rows × 2 vectors.
    private static void half(
            float[] a,
            int aStart,
            float[] b,
            int bStart,
            int bStep,
            int depth,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride) {
        int f = fromStart;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, f + LANES);
        f += fromStride;
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, f + LANES);
        f += fromStride;
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, f + LANES);
        f += fromStride;
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, f + LANES);
        f += fromStride;
        FloatVector c40 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c41 = FloatVector.fromArray(SPECIES, from, f + LANES);
        f += fromStride;
        FloatVector c50 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector c51 = FloatVector.fromArray(SPECIES, from, f + LANES);
        int j = bStart;
        for (int k = 0; k < depth; k++, j += bStep) {
            int i = aStart + k;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[i]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[i + STRIDE]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[i + 2 * STRIDE]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[i + 3 * STRIDE]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[i + 4 * STRIDE]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[i + 5 * STRIDE]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
        }
        int t = toStart;
        c00.intoArray(to, t);
        c01.intoArray(to, t + LANES);
        t += toStride;
        c10.intoArray(to, t);
        c11.intoArray(to, t + LANES);
        t += toStride;
        c20.intoArray(to, t);
        c21.intoArray(to, t + LANES);
        t += toStride;
        c30.intoArray(to, t);
        c31.intoArray(to, t + LANES);
        t += toStride;
        c40.intoArray(to, t);
        c41.intoArray(to, t + LANES);
        t += toStride;
        c50.intoArray(to, t);
        c51.intoArray(to, t + LANES);
    }

    /// Computes 6 rows × 1 vector.
    private static void narrow(
            float[] a,
            int aStart,
            float[] b,
            int bStart,
            int bStep,
            int depth,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride) {
        int f = fromStart;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c40 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c50 = FloatVector.fromArray(SPECIES, from, f);
        int j = bStart;
        for (int k = 0; k < depth; k++, j += bStep) {
            int i = aStart + k;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[i]);
            c00 = x0.fma(b0, c00);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[i + STRIDE]);
            c10 = x1.fma(b0, c10);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[i + 2 * STRIDE]);
            c20 = x2.fma(b0, c20);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[i + 3 * STRIDE]);
            c30 = x3.fma(b0, c30);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[i + 4 * STRIDE]);
            c40 = x4.fma(b0, c40);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[i + 5 * STRIDE]);
            c50 = x5.fma(b0, c50);
        }
        int t = toStart;
        c00.intoArray(to, t);
        t += toStride;
        c10.intoArray(to, t);
        t += toStride;
        c20.intoArray(to, t);
        t += toStride;
        c30.intoArray(to, t);
        t += toStride;
        c40.intoArray(to, t);
        t += toStride;
        c50.intoArray(to, t);
    }

    /// Computes 1 row × 4 vectors.
    static void row(
            float[] a,
            int aStart,
            float[] b,
            int bStart,
            int bStep,
            int depth,
            float[] from,
            int fromStart,
            float[] to,
            int toStart) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, fromStart);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, fromStart + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, from, fromStart + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, from, fromStart + 3 * LANES);
        int j = bStart;
        for (int k = 0; k < depth; k++, j += bStep) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, j + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, j + 3 * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[aStart + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
        }
        c00.intoArray(to, toStart);
        c01.intoArray(to, toStart + LANES);
        c02.intoArray(to, toStart + 2 * LANES);
        c03.intoArray(to, toStart + 3 * LANES);
    }
}
