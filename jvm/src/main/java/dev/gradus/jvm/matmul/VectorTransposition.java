package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Copies a matrix so that its rows become columns, a square of one vector's width at a time.
///
/// Two rows `d` apart exchange the blocks of `d` lanes that stand on the wrong side of the diagonal;
/// after all powers of two below the width have had their turn as `d`, the square is transposed. Two
/// such steps are done on four rows in registers, so that 16 lanes need two passes. What is left
/// over at the edges goes element by element.
public final class VectorTransposition {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private static final VectorShuffle<Float> BY_8 = exchange(8);
    private static final VectorShuffle<Float> BY_4 = exchange(4);
    private static final VectorShuffle<Float> BY_2 = exchange(2);
    private static final VectorShuffle<Float> BY_1 = exchange(1);
    private static final VectorMask<Float> AFTER_8 = after(8);
    private static final VectorMask<Float> AFTER_4 = after(4);
    private static final VectorMask<Float> AFTER_2 = after(2);
    private static final VectorMask<Float> AFTER_1 = after(1);

    private final float[] square = new float[LANES * LANES];

    /// Makes one with working memory of its own: one for each thread.
    public VectorTransposition() {}

    private static VectorShuffle<Float> exchange(int distance) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ distance) & (LANES - 1));
    }

    private static VectorMask<Float> after(int distance) {
        var lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & distance) != 0;
        }
        return VectorMask.fromArray(SPECIES, lanes, 0);
    }

    /// Copies element `e` of line `l`, `from[start + lines[first + l] + e]`, to
    /// `to[place + e * stride + l]`.
    public void copy(
            float[] from,
            int start,
            int[] lines,
            int first,
            int count,
            int length,
            float[] to,
            int place,
            int stride) {
        int l = 0;
        for (; l + LANES <= count; l += LANES) {
            int e = 0;
            for (; e + LANES <= length; e += LANES) {
                outer(from, start + e, lines, first + l);
                inner(to, place + e * stride + l, stride);
            }
            if (e < length) {
                rest(
                        from,
                        start + e,
                        lines,
                        first + l,
                        LANES,
                        length - e,
                        to,
                        place + e * stride + l,
                        stride);
            }
        }
        if (l < count) {
            rest(from, start, lines, first + l, count - l, length, to, place + l, stride);
        }
    }

    private static void rest(
            float[] from,
            int start,
            int[] lines,
            int first,
            int count,
            int length,
            float[] to,
            int place,
            int stride) {
        for (int l = 0; l < count; l++) {
            int f = start + lines[first + l];
            int t = place + l;
            for (int e = 0; e < length; e++) {
                to[t] = from[f + e];
                t += stride;
            }
        }
    }

    private void outer(float[] from, int start, int[] lines, int first) {
        if (LANES == 16) {
            for (int l = 0; l < 4; l++) {
                fours(
                        from,
                        start + lines[first + l],
                        start + lines[first + l + 4],
                        start + lines[first + l + 8],
                        start + lines[first + l + 12],
                        l * LANES);
            }
        } else if (LANES == 8) {
            for (int l = 0; l < 4; l++) {
                pairs(from, start + lines[first + l], start + lines[first + l + 4], l * LANES);
            }
        } else {
            for (int l = 0; l < LANES; l++) {
                FloatVector.fromArray(SPECIES, from, start + lines[first + l])
                        .intoArray(square, l * LANES);
            }
        }
    }

    private void fours(float[] from, int f0, int f1, int f2, int f3, int s) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f0);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f1);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f2);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, f3);
        FloatVector y0 = x0.blend(x2.rearrange(BY_8), AFTER_8);
        FloatVector y2 = x0.rearrange(BY_8).blend(x2, AFTER_8);
        FloatVector y1 = x1.blend(x3.rearrange(BY_8), AFTER_8);
        FloatVector y3 = x1.rearrange(BY_8).blend(x3, AFTER_8);
        y0.blend(y1.rearrange(BY_4), AFTER_4).intoArray(square, s);
        y0.rearrange(BY_4).blend(y1, AFTER_4).intoArray(square, s + 4 * LANES);
        y2.blend(y3.rearrange(BY_4), AFTER_4).intoArray(square, s + 8 * LANES);
        y2.rearrange(BY_4).blend(y3, AFTER_4).intoArray(square, s + 12 * LANES);
    }

    private void pairs(float[] from, int f0, int f1, int s) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f0);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f1);
        x0.blend(x1.rearrange(BY_4), AFTER_4).intoArray(square, s);
        x0.rearrange(BY_4).blend(x1, AFTER_4).intoArray(square, s + 4 * LANES);
    }

    private void inner(float[] to, int place, int stride) {
        int t = place;
        for (int l = 0; l < LANES; l += 4) {
            int s = l * LANES;
            FloatVector x0 = FloatVector.fromArray(SPECIES, square, s);
            FloatVector x1 = FloatVector.fromArray(SPECIES, square, s + LANES);
            FloatVector x2 = FloatVector.fromArray(SPECIES, square, s + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(SPECIES, square, s + 3 * LANES);
            FloatVector y0 = x0.blend(x2.rearrange(BY_2), AFTER_2);
            FloatVector y2 = x0.rearrange(BY_2).blend(x2, AFTER_2);
            FloatVector y1 = x1.blend(x3.rearrange(BY_2), AFTER_2);
            FloatVector y3 = x1.rearrange(BY_2).blend(x3, AFTER_2);
            y0.blend(y1.rearrange(BY_1), AFTER_1).intoArray(to, t);
            y0.rearrange(BY_1).blend(y1, AFTER_1).intoArray(to, t + stride);
            y2.blend(y3.rearrange(BY_1), AFTER_1).intoArray(to, t + 2 * stride);
            y2.rearrange(BY_1).blend(y3, AFTER_1).intoArray(to, t + 3 * stride);
            t += 4 * stride;
        }
    }
}
