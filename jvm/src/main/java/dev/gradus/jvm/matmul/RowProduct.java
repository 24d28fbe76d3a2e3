package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Multiplies a single row by a matrix whose rows are contiguous.
///
/// Each element of the matrix is used once, so there is nothing to keep and the time is that of
/// fetching it. Sums of eight vectors stay in registers over the whole depth, while the matrix comes
/// by row after row: with 128 columns at 512 bits it is read from end to end without a gap, which the
/// processor notices and fetches ahead. Of 9216 × 128, which is in the third-level cache, it takes 43 µs,
/// where tiles of 64 columns took 63. Columns too few for a vector go one chain each, four at a time.
final class RowProduct {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private RowProduct() {}

    /// Multiplies the row whose element `k` is `a[aOffset + k * aStep]` by the matrix whose row `k`
    /// begins at `b[bOffset + k * bStep]`.
    static void multiply(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int cOffset,
            int columns,
            int depth) {
        int j = 0;
        for (; j + 8 * LANES <= columns; j += 8 * LANES) {
            eight(a, aOffset, aStep, b, bOffset + j, bStep, c, cOffset + j, depth);
        }
        for (; j + 2 * LANES <= columns; j += 2 * LANES) {
            two(a, aOffset, aStep, b, bOffset + j, bStep, c, cOffset + j, depth);
        }
        for (; j + LANES <= columns; j += LANES) {
            one(a, aOffset, aStep, b, bOffset + j, bStep, c, cOffset + j, depth);
        }
        if (j < columns && columns >= LANES) {
            // once more what the last whole vector lacks
            int last = columns - LANES;
            one(a, aOffset, aStep, b, bOffset + last, bStep, c, cOffset + last, depth);
            return;
        }
        for (; j + 4 <= columns; j += 4) {
            fourElements(a, aOffset, aStep, b, bOffset + j, bStep, c, cOffset + j, depth);
        }
        for (; j < columns; j++) {
            element(a, aOffset, aStep, b, bOffset + j, bStep, c, cOffset + j, depth);
        }
    }

    private static void eight(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int place,
            int depth) {
        FloatVector c0 = FloatVector.zero(SPECIES);
        FloatVector c1 = FloatVector.zero(SPECIES);
        FloatVector c2 = FloatVector.zero(SPECIES);
        FloatVector c3 = FloatVector.zero(SPECIES);
        FloatVector c4 = FloatVector.zero(SPECIES);
        FloatVector c5 = FloatVector.zero(SPECIES);
        FloatVector c6 = FloatVector.zero(SPECIES);
        FloatVector c7 = FloatVector.zero(SPECIES);
        int i = aOffset;
        int j = bOffset;
        for (int k = 0; k < depth; k++, i += aStep, j += bStep) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, j), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, j + LANES), c1);
            c2 = x.fma(FloatVector.fromArray(SPECIES, b, j + 2 * LANES), c2);
            c3 = x.fma(FloatVector.fromArray(SPECIES, b, j + 3 * LANES), c3);
            c4 = x.fma(FloatVector.fromArray(SPECIES, b, j + 4 * LANES), c4);
            c5 = x.fma(FloatVector.fromArray(SPECIES, b, j + 5 * LANES), c5);
            c6 = x.fma(FloatVector.fromArray(SPECIES, b, j + 6 * LANES), c6);
            c7 = x.fma(FloatVector.fromArray(SPECIES, b, j + 7 * LANES), c7);
        }
        c0.intoArray(c, place);
        c1.intoArray(c, place + LANES);
        c2.intoArray(c, place + 2 * LANES);
        c3.intoArray(c, place + 3 * LANES);
        c4.intoArray(c, place + 4 * LANES);
        c5.intoArray(c, place + 5 * LANES);
        c6.intoArray(c, place + 6 * LANES);
        c7.intoArray(c, place + 7 * LANES);
    }

    private static void two(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int place,
            int depth) {
        FloatVector c0 = FloatVector.zero(SPECIES);
        FloatVector c1 = FloatVector.zero(SPECIES);
        int i = aOffset;
        int j = bOffset;
        for (int k = 0; k < depth; k++, i += aStep, j += bStep) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, j), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, j + LANES), c1);
        }
        c0.intoArray(c, place);
        c1.intoArray(c, place + LANES);
    }

    private static void one(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int place,
            int depth) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int i = aOffset;
        int j = bOffset;
        for (int k = 0; k < depth; k++, i += aStep, j += bStep) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
            sum = x.fma(FloatVector.fromArray(SPECIES, b, j), sum);
        }
        sum.intoArray(c, place);
    }

    private static void fourElements(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int place,
            int depth) {
        float c0 = 0f;
        float c1 = 0f;
        float c2 = 0f;
        float c3 = 0f;
        int i = aOffset;
        int j = bOffset;
        for (int k = 0; k < depth; k++, i += aStep, j += bStep) {
            c0 = Math.fma(a[i], b[j], c0);
            c1 = Math.fma(a[i], b[j + 1], c1);
            c2 = Math.fma(a[i], b[j + 2], c2);
            c3 = Math.fma(a[i], b[j + 3], c3);
        }
        c[place] = c0;
        c[place + 1] = c1;
        c[place + 2] = c2;
        c[place + 3] = c3;
    }

    private static void element(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int place,
            int depth) {
        float sum = 0f;
        int i = aOffset;
        int j = bOffset;
        for (int k = 0; k < depth; k++, i += aStep, j += bStep) {
            sum = Math.fma(a[i], b[j], sum);
        }
        c[place] = sum;
    }
}
