package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Species;
import dev.gradus.jvm.matmul.VectorTransposition;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Adds up products of planes with neighbouring places in the lanes of a vector.
///
/// Eight or nine sums are under way at a time, so that none waits for the one before it, and all
/// that a tile holds fits 16 registers. With more columns each vector read serves more of them.
final class VectorFloatPlanes implements FloatPlanes {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private static final ThreadLocal<VectorTransposition> TRANSPOSITION =
            ThreadLocal.withInitial(VectorTransposition::new);

    @Override
    public void chains(
            int columns,
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int sumsStride,
            int length) {
        switch (columns) {
            case 1 -> one(planes, at, steps, weights, weightsAt, weightsStep, sums, sumsAt, length);
            case 2 ->
                    two(
                            planes,
                            at,
                            steps,
                            weights,
                            weightsAt,
                            weightsStep,
                            sums,
                            sumsAt,
                            sumsStride,
                            length);
            case 3 ->
                    three(
                            planes,
                            at,
                            steps,
                            weights,
                            weightsAt,
                            weightsStep,
                            sums,
                            sumsAt,
                            sumsStride,
                            length);
            case 4 ->
                    four(
                            planes,
                            at,
                            steps,
                            weights,
                            weightsAt,
                            weightsStep,
                            sums,
                            sumsAt,
                            sumsStride,
                            length);
            default -> throw new IllegalArgumentException(columns + " columns: expected 1 to 4");
        }
    }

    /// Computes 1 column × 8 vectors of places at a time.
    private static void one(
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int length) {
        for (int f = 0; f < length; f += 8 * LANES) {
            FloatVector c00 = FloatVector.zero(SPECIES);
            FloatVector c01 = FloatVector.zero(SPECIES);
            FloatVector c02 = FloatVector.zero(SPECIES);
            FloatVector c03 = FloatVector.zero(SPECIES);
            FloatVector c04 = FloatVector.zero(SPECIES);
            FloatVector c05 = FloatVector.zero(SPECIES);
            FloatVector c06 = FloatVector.zero(SPECIES);
            FloatVector c07 = FloatVector.zero(SPECIES);
            int w = weightsAt;
            for (int k = 0; k < steps.length; k++) {
                int p = at + f + steps[k];
                FloatVector x0 = FloatVector.broadcast(SPECIES, weights[w]);
                c00 = FloatVector.fromArray(SPECIES, planes, p).fma(x0, c00);
                c01 = FloatVector.fromArray(SPECIES, planes, p + LANES).fma(x0, c01);
                c02 = FloatVector.fromArray(SPECIES, planes, p + 2 * LANES).fma(x0, c02);
                c03 = FloatVector.fromArray(SPECIES, planes, p + 3 * LANES).fma(x0, c03);
                c04 = FloatVector.fromArray(SPECIES, planes, p + 4 * LANES).fma(x0, c04);
                c05 = FloatVector.fromArray(SPECIES, planes, p + 5 * LANES).fma(x0, c05);
                c06 = FloatVector.fromArray(SPECIES, planes, p + 6 * LANES).fma(x0, c06);
                c07 = FloatVector.fromArray(SPECIES, planes, p + 7 * LANES).fma(x0, c07);
                w += weightsStep;
            }
            int t = sumsAt + f;
            c00.intoArray(sums, t);
            c01.intoArray(sums, t + LANES);
            c02.intoArray(sums, t + 2 * LANES);
            c03.intoArray(sums, t + 3 * LANES);
            c04.intoArray(sums, t + 4 * LANES);
            c05.intoArray(sums, t + 5 * LANES);
            c06.intoArray(sums, t + 6 * LANES);
            c07.intoArray(sums, t + 7 * LANES);
        }
    }

    /// Computes 2 columns × 4 vectors of places at a time.
    private static void two(
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int sumsStride,
            int length) {
        for (int f = 0; f < length; f += 4 * LANES) {
            FloatVector c00 = FloatVector.zero(SPECIES);
            FloatVector c01 = FloatVector.zero(SPECIES);
            FloatVector c02 = FloatVector.zero(SPECIES);
            FloatVector c03 = FloatVector.zero(SPECIES);
            FloatVector c10 = FloatVector.zero(SPECIES);
            FloatVector c11 = FloatVector.zero(SPECIES);
            FloatVector c12 = FloatVector.zero(SPECIES);
            FloatVector c13 = FloatVector.zero(SPECIES);
            int w = weightsAt;
            for (int k = 0; k < steps.length; k++) {
                int p = at + f + steps[k];
                FloatVector b0 = FloatVector.fromArray(SPECIES, planes, p);
                FloatVector b1 = FloatVector.fromArray(SPECIES, planes, p + LANES);
                FloatVector b2 = FloatVector.fromArray(SPECIES, planes, p + 2 * LANES);
                FloatVector b3 = FloatVector.fromArray(SPECIES, planes, p + 3 * LANES);
                FloatVector x0 = FloatVector.broadcast(SPECIES, weights[w]);
                c00 = b0.fma(x0, c00);
                c01 = b1.fma(x0, c01);
                c02 = b2.fma(x0, c02);
                c03 = b3.fma(x0, c03);
                FloatVector x1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
                c10 = b0.fma(x1, c10);
                c11 = b1.fma(x1, c11);
                c12 = b2.fma(x1, c12);
                c13 = b3.fma(x1, c13);
                w += weightsStep;
            }
            int t = sumsAt + f;
            c00.intoArray(sums, t);
            c01.intoArray(sums, t + LANES);
            c02.intoArray(sums, t + 2 * LANES);
            c03.intoArray(sums, t + 3 * LANES);
            t += sumsStride;
            c10.intoArray(sums, t);
            c11.intoArray(sums, t + LANES);
            c12.intoArray(sums, t + 2 * LANES);
            c13.intoArray(sums, t + 3 * LANES);
        }
    }

    /// Computes 3 columns × 3 vectors of places at a time.
    private static void three(
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int sumsStride,
            int length) {
        for (int f = 0; f < length; f += 3 * LANES) {
            FloatVector c00 = FloatVector.zero(SPECIES);
            FloatVector c01 = FloatVector.zero(SPECIES);
            FloatVector c02 = FloatVector.zero(SPECIES);
            FloatVector c10 = FloatVector.zero(SPECIES);
            FloatVector c11 = FloatVector.zero(SPECIES);
            FloatVector c12 = FloatVector.zero(SPECIES);
            FloatVector c20 = FloatVector.zero(SPECIES);
            FloatVector c21 = FloatVector.zero(SPECIES);
            FloatVector c22 = FloatVector.zero(SPECIES);
            int w = weightsAt;
            for (int k = 0; k < steps.length; k++) {
                int p = at + f + steps[k];
                FloatVector b0 = FloatVector.fromArray(SPECIES, planes, p);
                FloatVector b1 = FloatVector.fromArray(SPECIES, planes, p + LANES);
                FloatVector b2 = FloatVector.fromArray(SPECIES, planes, p + 2 * LANES);
                FloatVector x0 = FloatVector.broadcast(SPECIES, weights[w]);
                c00 = b0.fma(x0, c00);
                c01 = b1.fma(x0, c01);
                c02 = b2.fma(x0, c02);
                FloatVector x1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
                c10 = b0.fma(x1, c10);
                c11 = b1.fma(x1, c11);
                c12 = b2.fma(x1, c12);
                FloatVector x2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
                c20 = b0.fma(x2, c20);
                c21 = b1.fma(x2, c21);
                c22 = b2.fma(x2, c22);
                w += weightsStep;
            }
            int t = sumsAt + f;
            c00.intoArray(sums, t);
            c01.intoArray(sums, t + LANES);
            c02.intoArray(sums, t + 2 * LANES);
            t += sumsStride;
            c10.intoArray(sums, t);
            c11.intoArray(sums, t + LANES);
            c12.intoArray(sums, t + 2 * LANES);
            t += sumsStride;
            c20.intoArray(sums, t);
            c21.intoArray(sums, t + LANES);
            c22.intoArray(sums, t + 2 * LANES);
        }
    }

    /// Computes 4 columns × 2 vectors of places at a time.
    private static void four(
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int sumsStride,
            int length) {
        for (int f = 0; f < length; f += 2 * LANES) {
            FloatVector c00 = FloatVector.zero(SPECIES);
            FloatVector c01 = FloatVector.zero(SPECIES);
            FloatVector c10 = FloatVector.zero(SPECIES);
            FloatVector c11 = FloatVector.zero(SPECIES);
            FloatVector c20 = FloatVector.zero(SPECIES);
            FloatVector c21 = FloatVector.zero(SPECIES);
            FloatVector c30 = FloatVector.zero(SPECIES);
            FloatVector c31 = FloatVector.zero(SPECIES);
            int w = weightsAt;
            for (int k = 0; k < steps.length; k++) {
                int p = at + f + steps[k];
                FloatVector b0 = FloatVector.fromArray(SPECIES, planes, p);
                FloatVector b1 = FloatVector.fromArray(SPECIES, planes, p + LANES);
                FloatVector x0 = FloatVector.broadcast(SPECIES, weights[w]);
                c00 = b0.fma(x0, c00);
                c01 = b1.fma(x0, c01);
                FloatVector x1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
                c10 = b0.fma(x1, c10);
                c11 = b1.fma(x1, c11);
                FloatVector x2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
                c20 = b0.fma(x2, c20);
                c21 = b1.fma(x2, c21);
                FloatVector x3 = FloatVector.broadcast(SPECIES, weights[w + 3]);
                c30 = b0.fma(x3, c30);
                c31 = b1.fma(x3, c31);
                w += weightsStep;
            }
            int t = sumsAt + f;
            c00.intoArray(sums, t);
            c01.intoArray(sums, t + LANES);
            t += sumsStride;
            c10.intoArray(sums, t);
            c11.intoArray(sums, t + LANES);
            t += sumsStride;
            c20.intoArray(sums, t);
            c21.intoArray(sums, t + LANES);
            t += sumsStride;
            c30.intoArray(sums, t);
            c31.intoArray(sums, t + LANES);
        }
    }

    @Override
    public void turn(
            float[] from,
            int start,
            int[] lines,
            int count,
            int length,
            float[] to,
            int place,
            int stride) {
        TRANSPOSITION.get().copy(from, start, lines, 0, count, length, to, place, stride);
    }
}
