package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Computes tiles whose left-hand rows are contiguous and begin anywhere; the idea of a tile is told
/// in [FloatTiles].
final class StraightFloatTiles {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private StraightFloatTiles() {}

    /// Computes 6 rows × 4 vectors from a packed panel.
    static void wide(
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int a4,
            int a5,
            float[] b,
            int bStart,
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
        for (int k = 0; k < depth; k++) {
            int j = bStart + k * 4 * LANES;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, j + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, j + 3 * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            c42 = x4.fma(b2, c42);
            c43 = x4.fma(b3, c43);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
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

    /// Computes 6 rows × 2 vectors from a packed panel.
    static void half(
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int a4,
            int a5,
            float[] b,
            int bStart,
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
        for (int k = 0; k < depth; k++) {
            int j = bStart + k * 2 * LANES;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
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

    /// Computes 6 rows × 1 vector from a packed panel.
    static void narrow(
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int a4,
            int a5,
            float[] b,
            int bStart,
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
        for (int k = 0; k < depth; k++) {
            int j = bStart + k * LANES;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x0.fma(b0, c00);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
            c40 = x4.fma(b0, c40);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
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

    /// Computes 12 rows × 1 vector: six sums alone would wait for each other, and twelve rows share
    /// what is read of `b`; element `k` of a row is `k` from its start.
    static void tall(
            float[] a,
            int[] starts,
            int row,
            int shift,
            float[] b,
            int bStart,
            int depth,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride) {
        int a0 = shift + starts[row];
        int a1 = shift + starts[row + 1];
        int a2 = shift + starts[row + 2];
        int a3 = shift + starts[row + 3];
        int a4 = shift + starts[row + 4];
        int a5 = shift + starts[row + 5];
        int a6 = shift + starts[row + 6];
        int a7 = shift + starts[row + 7];
        int a8 = shift + starts[row + 8];
        int a9 = shift + starts[row + 9];
        int a10 = shift + starts[row + 10];
        int a11 = shift + starts[row + 11];
        int f = fromStart;
        FloatVector c0 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c1 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c2 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c3 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c4 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c5 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c6 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c7 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c8 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c9 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, f);
        f += fromStride;
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, f);
        for (int k = 0; k < depth; k++) {
            FloatVector y = FloatVector.fromArray(SPECIES, b, bStart + k * LANES);
            c0 = FloatVector.broadcast(SPECIES, a[a0 + k]).fma(y, c0);
            c1 = FloatVector.broadcast(SPECIES, a[a1 + k]).fma(y, c1);
            c2 = FloatVector.broadcast(SPECIES, a[a2 + k]).fma(y, c2);
            c3 = FloatVector.broadcast(SPECIES, a[a3 + k]).fma(y, c3);
            c4 = FloatVector.broadcast(SPECIES, a[a4 + k]).fma(y, c4);
            c5 = FloatVector.broadcast(SPECIES, a[a5 + k]).fma(y, c5);
            c6 = FloatVector.broadcast(SPECIES, a[a6 + k]).fma(y, c6);
            c7 = FloatVector.broadcast(SPECIES, a[a7 + k]).fma(y, c7);
            c8 = FloatVector.broadcast(SPECIES, a[a8 + k]).fma(y, c8);
            c9 = FloatVector.broadcast(SPECIES, a[a9 + k]).fma(y, c9);
            c10 = FloatVector.broadcast(SPECIES, a[a10 + k]).fma(y, c10);
            c11 = FloatVector.broadcast(SPECIES, a[a11 + k]).fma(y, c11);
        }
        int t = toStart;
        c0.intoArray(to, t);
        t += toStride;
        c1.intoArray(to, t);
        t += toStride;
        c2.intoArray(to, t);
        t += toStride;
        c3.intoArray(to, t);
        t += toStride;
        c4.intoArray(to, t);
        t += toStride;
        c5.intoArray(to, t);
        t += toStride;
        c6.intoArray(to, t);
        t += toStride;
        c7.intoArray(to, t);
        t += toStride;
        c8.intoArray(to, t);
        t += toStride;
        c9.intoArray(to, t);
        t += toStride;
        c10.intoArray(to, t);
        t += toStride;
        c11.intoArray(to, t);
    }
}
