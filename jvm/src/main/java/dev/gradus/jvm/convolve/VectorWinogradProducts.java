package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Multiplies the planes of [Winograd] where a line of the right-hand matrix is one or two vectors of
/// 512 bits, as with 16 and 32 channels.
///
/// Such a product is small: a tile of six rows is done after 16 steps, and panels spend as much
/// on setting tiles up as on computing them. Here all rows of a plane are done in one call, as many
/// at a time as there are registers, and all distances that can be are constants: with 16 channels
/// that is twice as fast, with 32 a fifth faster. With 64 it gains nothing.
///
/// Each sum is the chain that [dev.gradus.jvm.matmul.FloatPanels] defines, so nothing depends on
/// which of the two computes it.
final class VectorWinogradProducts {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;

    /// Counts the elements of a vector; nothing here is called at other widths.
    private static final int LANES = 16;

    private static final int WIDE = 2 * LANES;

    private VectorWinogradProducts() {}

    /// Multiplies `rows` lines of 16, a multiple of 12, by a matrix of 16 × 16.
    static void straight16(float[] a, int at, int rows, float[] b, int bAt, float[] c, int place) {
        for (int i = 0; i < rows; i += 12) {
            int f = at + i * LANES;
            int t = place + i * LANES;
            FloatVector c0 = FloatVector.zero(SPECIES);
            FloatVector c1 = FloatVector.zero(SPECIES);
            FloatVector c2 = FloatVector.zero(SPECIES);
            FloatVector c3 = FloatVector.zero(SPECIES);
            FloatVector c4 = FloatVector.zero(SPECIES);
            FloatVector c5 = FloatVector.zero(SPECIES);
            FloatVector c6 = FloatVector.zero(SPECIES);
            FloatVector c7 = FloatVector.zero(SPECIES);
            FloatVector c8 = FloatVector.zero(SPECIES);
            FloatVector c9 = FloatVector.zero(SPECIES);
            FloatVector c10 = FloatVector.zero(SPECIES);
            FloatVector c11 = FloatVector.zero(SPECIES);
            for (int k = 0; k < LANES; k++) {
                int j = bAt + k * LANES;
                FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
                FloatVector x0 = FloatVector.broadcast(SPECIES, a[f + k]);
                c0 = x0.fma(b0, c0);
                FloatVector x1 = FloatVector.broadcast(SPECIES, a[f + LANES + k]);
                c1 = x1.fma(b0, c1);
                FloatVector x2 = FloatVector.broadcast(SPECIES, a[f + 2 * LANES + k]);
                c2 = x2.fma(b0, c2);
                FloatVector x3 = FloatVector.broadcast(SPECIES, a[f + 3 * LANES + k]);
                c3 = x3.fma(b0, c3);
                FloatVector x4 = FloatVector.broadcast(SPECIES, a[f + 4 * LANES + k]);
                c4 = x4.fma(b0, c4);
                FloatVector x5 = FloatVector.broadcast(SPECIES, a[f + 5 * LANES + k]);
                c5 = x5.fma(b0, c5);
                FloatVector x6 = FloatVector.broadcast(SPECIES, a[f + 6 * LANES + k]);
                c6 = x6.fma(b0, c6);
                FloatVector x7 = FloatVector.broadcast(SPECIES, a[f + 7 * LANES + k]);
                c7 = x7.fma(b0, c7);
                FloatVector x8 = FloatVector.broadcast(SPECIES, a[f + 8 * LANES + k]);
                c8 = x8.fma(b0, c8);
                FloatVector x9 = FloatVector.broadcast(SPECIES, a[f + 9 * LANES + k]);
                c9 = x9.fma(b0, c9);
                FloatVector x10 = FloatVector.broadcast(SPECIES, a[f + 10 * LANES + k]);
                c10 = x10.fma(b0, c10);
                FloatVector x11 = FloatVector.broadcast(SPECIES, a[f + 11 * LANES + k]);
                c11 = x11.fma(b0, c11);
            }
            c0.intoArray(c, t);
            c1.intoArray(c, t + LANES);
            c2.intoArray(c, t + 2 * LANES);
            c3.intoArray(c, t + 3 * LANES);
            c4.intoArray(c, t + 4 * LANES);
            c5.intoArray(c, t + 5 * LANES);
            c6.intoArray(c, t + 6 * LANES);
            c7.intoArray(c, t + 7 * LANES);
            c8.intoArray(c, t + 8 * LANES);
            c9.intoArray(c, t + 9 * LANES);
            c10.intoArray(c, t + 10 * LANES);
            c11.intoArray(c, t + 11 * LANES);
        }
    }

    /// Multiplies `rows` lines of `depth`, a multiple of 12, by a matrix of `depth × 32`.
    static void straight32(
            float[] a, int at, int rows, int depth, float[] b, int bAt, float[] c, int place) {
        for (int i = 0; i < rows; i += 12) {
            int f = at + i * depth;
            int t = place + i * WIDE;
            FloatVector c0 = FloatVector.zero(SPECIES);
            FloatVector d0 = FloatVector.zero(SPECIES);
            FloatVector c1 = FloatVector.zero(SPECIES);
            FloatVector d1 = FloatVector.zero(SPECIES);
            FloatVector c2 = FloatVector.zero(SPECIES);
            FloatVector d2 = FloatVector.zero(SPECIES);
            FloatVector c3 = FloatVector.zero(SPECIES);
            FloatVector d3 = FloatVector.zero(SPECIES);
            FloatVector c4 = FloatVector.zero(SPECIES);
            FloatVector d4 = FloatVector.zero(SPECIES);
            FloatVector c5 = FloatVector.zero(SPECIES);
            FloatVector d5 = FloatVector.zero(SPECIES);
            FloatVector c6 = FloatVector.zero(SPECIES);
            FloatVector d6 = FloatVector.zero(SPECIES);
            FloatVector c7 = FloatVector.zero(SPECIES);
            FloatVector d7 = FloatVector.zero(SPECIES);
            FloatVector c8 = FloatVector.zero(SPECIES);
            FloatVector d8 = FloatVector.zero(SPECIES);
            FloatVector c9 = FloatVector.zero(SPECIES);
            FloatVector d9 = FloatVector.zero(SPECIES);
            FloatVector c10 = FloatVector.zero(SPECIES);
            FloatVector d10 = FloatVector.zero(SPECIES);
            FloatVector c11 = FloatVector.zero(SPECIES);
            FloatVector d11 = FloatVector.zero(SPECIES);
            for (int k = 0; k < depth; k++) {
                int j = bAt + k * WIDE;
                FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
                FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
                FloatVector x0 = FloatVector.broadcast(SPECIES, a[f + k]);
                c0 = x0.fma(b0, c0);
                d0 = x0.fma(b1, d0);
                FloatVector x1 = FloatVector.broadcast(SPECIES, a[f + depth + k]);
                c1 = x1.fma(b0, c1);
                d1 = x1.fma(b1, d1);
                FloatVector x2 = FloatVector.broadcast(SPECIES, a[f + 2 * depth + k]);
                c2 = x2.fma(b0, c2);
                d2 = x2.fma(b1, d2);
                FloatVector x3 = FloatVector.broadcast(SPECIES, a[f + 3 * depth + k]);
                c3 = x3.fma(b0, c3);
                d3 = x3.fma(b1, d3);
                FloatVector x4 = FloatVector.broadcast(SPECIES, a[f + 4 * depth + k]);
                c4 = x4.fma(b0, c4);
                d4 = x4.fma(b1, d4);
                FloatVector x5 = FloatVector.broadcast(SPECIES, a[f + 5 * depth + k]);
                c5 = x5.fma(b0, c5);
                d5 = x5.fma(b1, d5);
                FloatVector x6 = FloatVector.broadcast(SPECIES, a[f + 6 * depth + k]);
                c6 = x6.fma(b0, c6);
                d6 = x6.fma(b1, d6);
                FloatVector x7 = FloatVector.broadcast(SPECIES, a[f + 7 * depth + k]);
                c7 = x7.fma(b0, c7);
                d7 = x7.fma(b1, d7);
                FloatVector x8 = FloatVector.broadcast(SPECIES, a[f + 8 * depth + k]);
                c8 = x8.fma(b0, c8);
                d8 = x8.fma(b1, d8);
                FloatVector x9 = FloatVector.broadcast(SPECIES, a[f + 9 * depth + k]);
                c9 = x9.fma(b0, c9);
                d9 = x9.fma(b1, d9);
                FloatVector x10 = FloatVector.broadcast(SPECIES, a[f + 10 * depth + k]);
                c10 = x10.fma(b0, c10);
                d10 = x10.fma(b1, d10);
                FloatVector x11 = FloatVector.broadcast(SPECIES, a[f + 11 * depth + k]);
                c11 = x11.fma(b0, c11);
                d11 = x11.fma(b1, d11);
            }
            c0.intoArray(c, t);
            d0.intoArray(c, t + LANES);
            c1.intoArray(c, t + WIDE);
            d1.intoArray(c, t + WIDE + LANES);
            c2.intoArray(c, t + 2 * WIDE);
            d2.intoArray(c, t + 2 * WIDE + LANES);
            c3.intoArray(c, t + 3 * WIDE);
            d3.intoArray(c, t + 3 * WIDE + LANES);
            c4.intoArray(c, t + 4 * WIDE);
            d4.intoArray(c, t + 4 * WIDE + LANES);
            c5.intoArray(c, t + 5 * WIDE);
            d5.intoArray(c, t + 5 * WIDE + LANES);
            c6.intoArray(c, t + 6 * WIDE);
            d6.intoArray(c, t + 6 * WIDE + LANES);
            c7.intoArray(c, t + 7 * WIDE);
            d7.intoArray(c, t + 7 * WIDE + LANES);
            c8.intoArray(c, t + 8 * WIDE);
            d8.intoArray(c, t + 8 * WIDE + LANES);
            c9.intoArray(c, t + 9 * WIDE);
            d9.intoArray(c, t + 9 * WIDE + LANES);
            c10.intoArray(c, t + 10 * WIDE);
            d10.intoArray(c, t + 10 * WIDE + LANES);
            c11.intoArray(c, t + 11 * WIDE);
            d11.intoArray(c, t + 11 * WIDE + LANES);
        }
    }

    /// Adds 16 columns of `tiles` lines of `channels`, transposed, times as many lines of 16.
    static void turned16(
            float[] a, int at, int channels, int tiles, float[] b, int bAt, float[] c, int place) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, place);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, place + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, place + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, place + 3 * LANES);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, place + 4 * LANES);
        FloatVector c5 = FloatVector.fromArray(SPECIES, c, place + 5 * LANES);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, place + 6 * LANES);
        FloatVector c7 = FloatVector.fromArray(SPECIES, c, place + 7 * LANES);
        FloatVector c8 = FloatVector.fromArray(SPECIES, c, place + 8 * LANES);
        FloatVector c9 = FloatVector.fromArray(SPECIES, c, place + 9 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, place + 10 * LANES);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, place + 11 * LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, c, place + 12 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, c, place + 13 * LANES);
        FloatVector c14 = FloatVector.fromArray(SPECIES, c, place + 14 * LANES);
        FloatVector c15 = FloatVector.fromArray(SPECIES, c, place + 15 * LANES);
        for (int k = 0; k < tiles; k++) {
            int f = at + k * channels;
            int j = bAt + k * LANES;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[f]);
            c0 = x0.fma(b0, c0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[f + 1]);
            c1 = x1.fma(b0, c1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[f + 2]);
            c2 = x2.fma(b0, c2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[f + 3]);
            c3 = x3.fma(b0, c3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[f + 4]);
            c4 = x4.fma(b0, c4);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[f + 5]);
            c5 = x5.fma(b0, c5);
            FloatVector x6 = FloatVector.broadcast(SPECIES, a[f + 6]);
            c6 = x6.fma(b0, c6);
            FloatVector x7 = FloatVector.broadcast(SPECIES, a[f + 7]);
            c7 = x7.fma(b0, c7);
            FloatVector x8 = FloatVector.broadcast(SPECIES, a[f + 8]);
            c8 = x8.fma(b0, c8);
            FloatVector x9 = FloatVector.broadcast(SPECIES, a[f + 9]);
            c9 = x9.fma(b0, c9);
            FloatVector x10 = FloatVector.broadcast(SPECIES, a[f + 10]);
            c10 = x10.fma(b0, c10);
            FloatVector x11 = FloatVector.broadcast(SPECIES, a[f + 11]);
            c11 = x11.fma(b0, c11);
            FloatVector x12 = FloatVector.broadcast(SPECIES, a[f + 12]);
            c12 = x12.fma(b0, c12);
            FloatVector x13 = FloatVector.broadcast(SPECIES, a[f + 13]);
            c13 = x13.fma(b0, c13);
            FloatVector x14 = FloatVector.broadcast(SPECIES, a[f + 14]);
            c14 = x14.fma(b0, c14);
            FloatVector x15 = FloatVector.broadcast(SPECIES, a[f + 15]);
            c15 = x15.fma(b0, c15);
        }
        c0.intoArray(c, place);
        c1.intoArray(c, place + LANES);
        c2.intoArray(c, place + 2 * LANES);
        c3.intoArray(c, place + 3 * LANES);
        c4.intoArray(c, place + 4 * LANES);
        c5.intoArray(c, place + 5 * LANES);
        c6.intoArray(c, place + 6 * LANES);
        c7.intoArray(c, place + 7 * LANES);
        c8.intoArray(c, place + 8 * LANES);
        c9.intoArray(c, place + 9 * LANES);
        c10.intoArray(c, place + 10 * LANES);
        c11.intoArray(c, place + 11 * LANES);
        c12.intoArray(c, place + 12 * LANES);
        c13.intoArray(c, place + 13 * LANES);
        c14.intoArray(c, place + 14 * LANES);
        c15.intoArray(c, place + 15 * LANES);
    }

    /// Adds 8 columns of `tiles` lines of `channels`, transposed, times as many lines of 32.
    static void turned32(
            float[] a, int at, int channels, int tiles, float[] b, int bAt, float[] c, int place) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, place);
        FloatVector d0 = FloatVector.fromArray(SPECIES, c, place + LANES);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, place + WIDE);
        FloatVector d1 = FloatVector.fromArray(SPECIES, c, place + WIDE + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, place + 2 * WIDE);
        FloatVector d2 = FloatVector.fromArray(SPECIES, c, place + 2 * WIDE + LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, place + 3 * WIDE);
        FloatVector d3 = FloatVector.fromArray(SPECIES, c, place + 3 * WIDE + LANES);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, place + 4 * WIDE);
        FloatVector d4 = FloatVector.fromArray(SPECIES, c, place + 4 * WIDE + LANES);
        FloatVector c5 = FloatVector.fromArray(SPECIES, c, place + 5 * WIDE);
        FloatVector d5 = FloatVector.fromArray(SPECIES, c, place + 5 * WIDE + LANES);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, place + 6 * WIDE);
        FloatVector d6 = FloatVector.fromArray(SPECIES, c, place + 6 * WIDE + LANES);
        FloatVector c7 = FloatVector.fromArray(SPECIES, c, place + 7 * WIDE);
        FloatVector d7 = FloatVector.fromArray(SPECIES, c, place + 7 * WIDE + LANES);
        for (int k = 0; k < tiles; k++) {
            int f = at + k * channels;
            int j = bAt + k * WIDE;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[f]);
            c0 = x0.fma(b0, c0);
            d0 = x0.fma(b1, d0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[f + 1]);
            c1 = x1.fma(b0, c1);
            d1 = x1.fma(b1, d1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[f + 2]);
            c2 = x2.fma(b0, c2);
            d2 = x2.fma(b1, d2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[f + 3]);
            c3 = x3.fma(b0, c3);
            d3 = x3.fma(b1, d3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[f + 4]);
            c4 = x4.fma(b0, c4);
            d4 = x4.fma(b1, d4);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[f + 5]);
            c5 = x5.fma(b0, c5);
            d5 = x5.fma(b1, d5);
            FloatVector x6 = FloatVector.broadcast(SPECIES, a[f + 6]);
            c6 = x6.fma(b0, c6);
            d6 = x6.fma(b1, d6);
            FloatVector x7 = FloatVector.broadcast(SPECIES, a[f + 7]);
            c7 = x7.fma(b0, c7);
            d7 = x7.fma(b1, d7);
        }
        c0.intoArray(c, place);
        d0.intoArray(c, place + LANES);
        c1.intoArray(c, place + WIDE);
        d1.intoArray(c, place + WIDE + LANES);
        c2.intoArray(c, place + 2 * WIDE);
        d2.intoArray(c, place + 2 * WIDE + LANES);
        c3.intoArray(c, place + 3 * WIDE);
        d3.intoArray(c, place + 3 * WIDE + LANES);
        c4.intoArray(c, place + 4 * WIDE);
        d4.intoArray(c, place + 4 * WIDE + LANES);
        c5.intoArray(c, place + 5 * WIDE);
        d5.intoArray(c, place + 5 * WIDE + LANES);
        c6.intoArray(c, place + 6 * WIDE);
        d6.intoArray(c, place + 6 * WIDE + LANES);
        c7.intoArray(c, place + 7 * WIDE);
        d7.intoArray(c, place + 7 * WIDE + LANES);
    }
}
