package dev.gradus.jvm.convolve;

import static dev.gradus.jvm.convolve.Winograd.A;
import static dev.gradus.jvm.convolve.Winograd.AA;
import static dev.gradus.jvm.convolve.Winograd.AABB;
import static dev.gradus.jvm.convolve.Winograd.AA_AT_A;
import static dev.gradus.jvm.convolve.Winograd.AT_A;
import static dev.gradus.jvm.convolve.Winograd.AT_B;
import static dev.gradus.jvm.convolve.Winograd.AT_ZERO;
import static dev.gradus.jvm.convolve.Winograd.A_AT_A;
import static dev.gradus.jvm.convolve.Winograd.B;
import static dev.gradus.jvm.convolve.Winograd.BB;
import static dev.gradus.jvm.convolve.Winograd.BB_AT_B;
import static dev.gradus.jvm.convolve.Winograd.B_AT_B;
import static dev.gradus.jvm.convolve.Winograd.SUM;
import static jdk.incubator.vector.FloatVector.broadcast;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Transforms tiles a vector of elements at a time, and what is left over one by one.
///
/// What works on tiles has a class of its own for each matrix, and takes all rows and columns of a
/// tile in one go: one by one, half of the instructions reckoned addresses and counted. Tiles and
/// vectors are counted by one loop. Written as two, of which the inner one often runs but once (16
/// channels), the compiler unrolls the inner one and the whole takes twice to three times as long,
/// in some processes and not in others: it depends on what it saw first. For the same
/// reason there is no branch beside a vector and no method that returns one: where the compiler had
/// seen a branch taken rarely, or did not inline, vectors became objects.
final class VectorWinogradSteps implements WinogradSteps {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private final ScalarWinogradSteps rest = new ScalarWinogradSteps();

    @Override
    public void imageDown(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            image(from, at + i, fromTap, to, place + i, toTap);
        }
        if (whole < count) {
            rest.imageDown(from, at + whole, fromTap, to, place + whole, toTap, count - whole);
        }
    }

    private static void image(float[] from, int f, int fromTap, float[] to, int t, int toTap) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f + fromTap);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f + 2 * fromTap);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, f + 3 * fromTap);
        FloatVector x4 = FloatVector.fromArray(SPECIES, from, f + 4 * fromTap);
        FloatVector x5 = FloatVector.fromArray(SPECIES, from, f + 5 * fromTap);
        FloatVector evenA = x2.fma(broadcast(SPECIES, -BB), x4);
        FloatVector oddA = x1.fma(broadcast(SPECIES, -BB), x3);
        FloatVector evenB = x2.fma(broadcast(SPECIES, -AA), x4);
        FloatVector oddB = x1.fma(broadcast(SPECIES, -AA), x3);
        x0.fma(broadcast(SPECIES, AABB), x2.fma(broadcast(SPECIES, -SUM), x4)).intoArray(to, t);
        oddA.fma(broadcast(SPECIES, A), evenA).intoArray(to, t + toTap);
        oddA.fma(broadcast(SPECIES, -A), evenA).intoArray(to, t + 2 * toTap);
        oddB.fma(broadcast(SPECIES, B), evenB).intoArray(to, t + 3 * toTap);
        oddB.fma(broadcast(SPECIES, -B), evenB).intoArray(to, t + 4 * toTap);
        x1.fma(broadcast(SPECIES, AABB), x3.fma(broadcast(SPECIES, -SUM), x5))
                .intoArray(to, t + 5 * toTap);
    }

    @Override
    public void imageAcross(
            float[] from,
            int at,
            int fromRow,
            int fromColumn,
            int fromStep,
            float[] to,
            int place,
            int plane,
            int toStep,
            int times,
            int count) {
        int whole = SPECIES.loopBound(count);
        VectorWinogradImage.across(
                from, at, fromRow, fromColumn, fromStep, to, place, plane, toStep, times, whole);
        if (whole < count) {
            rest.imageAcross(
                    from,
                    at + whole,
                    fromRow,
                    fromColumn,
                    fromStep,
                    to,
                    place + whole,
                    plane,
                    toStep,
                    times,
                    count - whole);
        }
    }

    @Override
    public void result(
            float[] from,
            int at,
            int plane,
            int fromStep,
            float[] to,
            int place,
            int toRow,
            int toColumn,
            int toStep,
            int times,
            int count) {
        int whole = SPECIES.loopBound(count);
        VectorWinogradResult.result(
                from, at, plane, fromStep, to, place, toRow, toColumn, toStep, times, whole);
        if (whole < count) {
            rest.result(
                    from,
                    at + whole,
                    plane,
                    fromStep,
                    to,
                    place + whole,
                    toRow,
                    toColumn,
                    toStep,
                    times,
                    count - whole);
        }
    }

    @Override
    public void resultGradient(
            float[] from,
            int at,
            int fromRow,
            int fromColumn,
            int fromStep,
            float[] to,
            int place,
            int plane,
            int toStep,
            int times,
            int count) {
        int whole = SPECIES.loopBound(count);
        VectorWinogradGradient.resultGradient(
                from, at, fromRow, fromColumn, fromStep, to, place, plane, toStep, times, whole);
        if (whole < count) {
            rest.resultGradient(
                    from,
                    at + whole,
                    fromRow,
                    fromColumn,
                    fromStep,
                    to,
                    place + whole,
                    plane,
                    toStep,
                    times,
                    count - whole);
        }
    }

    @Override
    public void kernel(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            kernel(from, at + i, fromTap, to, place + i, toTap);
        }
        if (whole < count) {
            rest.kernel(from, at + whole, fromTap, to, place + whole, toTap, count - whole);
        }
    }

    private static void kernel(float[] from, int f, int fromTap, float[] to, int t, int toTap) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f + fromTap);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f + 2 * fromTap);
        FloatVector evenA = x0.fma(broadcast(SPECIES, AT_A), x2.mul(AA_AT_A));
        FloatVector evenB = x0.fma(broadcast(SPECIES, AT_B), x2.mul(BB_AT_B));
        x0.mul(AT_ZERO).intoArray(to, t);
        x1.fma(broadcast(SPECIES, A_AT_A), evenA).intoArray(to, t + toTap);
        x1.fma(broadcast(SPECIES, -A_AT_A), evenA).intoArray(to, t + 2 * toTap);
        x1.fma(broadcast(SPECIES, B_AT_B), evenB).intoArray(to, t + 3 * toTap);
        x1.fma(broadcast(SPECIES, -B_AT_B), evenB).intoArray(to, t + 4 * toTap);
        x2.intoArray(to, t + 5 * toTap);
    }

    @Override
    public void kernelGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            kernelGradient(from, at + i, fromTap, to, place + i, toTap);
        }
        if (whole < count) {
            rest.kernelGradient(from, at + whole, fromTap, to, place + whole, toTap, count - whole);
        }
    }

    private static void kernelGradient(
            float[] from, int f, int fromTap, float[] to, int t, int toTap) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f + fromTap);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f + 2 * fromTap);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, f + 3 * fromTap);
        FloatVector x4 = FloatVector.fromArray(SPECIES, from, f + 4 * fromTap);
        FloatVector x5 = FloatVector.fromArray(SPECIES, from, f + 5 * fromTap);
        FloatVector evenA = x1.add(x2);
        FloatVector oddA = x1.sub(x2);
        FloatVector evenB = x3.add(x4);
        FloatVector oddB = x3.sub(x4);
        x0.fma(broadcast(SPECIES, AT_ZERO), evenA.fma(broadcast(SPECIES, AT_A), evenB.mul(AT_B)))
                .intoArray(to, t);
        oddA.fma(broadcast(SPECIES, A_AT_A), oddB.mul(B_AT_B)).intoArray(to, t + toTap);
        evenA.fma(broadcast(SPECIES, AA_AT_A), evenB.fma(broadcast(SPECIES, BB_AT_B), x5))
                .intoArray(to, t + 2 * toTap);
    }
}
