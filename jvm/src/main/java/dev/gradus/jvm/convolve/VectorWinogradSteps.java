package dev.gradus.jvm.convolve;

import static dev.gradus.jvm.convolve.Winograd.A;
import static dev.gradus.jvm.convolve.Winograd.AA;
import static dev.gradus.jvm.convolve.Winograd.AAA;
import static dev.gradus.jvm.convolve.Winograd.AABB;
import static dev.gradus.jvm.convolve.Winograd.AA_AT_A;
import static dev.gradus.jvm.convolve.Winograd.AT_A;
import static dev.gradus.jvm.convolve.Winograd.AT_B;
import static dev.gradus.jvm.convolve.Winograd.AT_ZERO;
import static dev.gradus.jvm.convolve.Winograd.A_AT_A;
import static dev.gradus.jvm.convolve.Winograd.B;
import static dev.gradus.jvm.convolve.Winograd.BB;
import static dev.gradus.jvm.convolve.Winograd.BBB;
import static dev.gradus.jvm.convolve.Winograd.BB_AT_B;
import static dev.gradus.jvm.convolve.Winograd.B_AT_B;
import static dev.gradus.jvm.convolve.Winograd.SUM;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Transforms tiles a vector of elements at a time, and what is left over one by one.
///
/// Repetitions and vectors are counted by one loop. Written as two, of which the inner one often
/// runs but once (16 channels), the compiler unrolls the inner one and the whole takes twice to three
/// times as long, in some processes and not in others: it depends on what it saw first.
final class VectorWinogradSteps implements WinogradSteps {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private final ScalarWinogradSteps rest = new ScalarWinogradSteps();

    @Override
    public void image(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count) {
        int whole = SPECIES.loopBound(count);
        int f = at;
        int t = place;
        for (int n = times * (whole / LANES), i = 0; n > 0; n--) {
            image(from, f, fromTap, to, t, toTap);
            i += LANES;
            f += LANES;
            t += LANES;
            if (i == whole) {
                i = 0;
                f += fromStep - whole;
                t += toStep - whole;
            }
        }
        if (whole < count) {
            for (int time = 0; time < times; time++) {
                f = at + time * fromStep + whole;
                t = place + time * toStep + whole;
                ScalarWinogradSteps.image(from, f, fromTap, to, t, toTap, count - whole);
            }
        }
    }

    private static void image(float[] from, int f, int fromTap, float[] to, int t, int toTap) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f + fromTap);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f + 2 * fromTap);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, f + 3 * fromTap);
        FloatVector x4 = FloatVector.fromArray(SPECIES, from, f + 4 * fromTap);
        FloatVector x5 = FloatVector.fromArray(SPECIES, from, f + 5 * fromTap);
        FloatVector evenA = fma(-BB, x2, x4);
        FloatVector oddA = fma(-BB, x1, x3);
        FloatVector evenB = fma(-AA, x2, x4);
        FloatVector oddB = fma(-AA, x1, x3);
        fma(AABB, x0, fma(-SUM, x2, x4)).intoArray(to, t);
        fma(A, oddA, evenA).intoArray(to, t + toTap);
        fma(-A, oddA, evenA).intoArray(to, t + 2 * toTap);
        fma(B, oddB, evenB).intoArray(to, t + 3 * toTap);
        fma(-B, oddB, evenB).intoArray(to, t + 4 * toTap);
        fma(AABB, x1, fma(-SUM, x3, x5)).intoArray(to, t + 5 * toTap);
    }

    @Override
    public void result(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count,
            int rows) {
        int whole = SPECIES.loopBound(count);
        int f = at;
        int t = place;
        for (int n = times * (whole / LANES), i = 0; n > 0; n--) {
            result(from, f, fromTap, to, t, toTap, rows);
            i += LANES;
            f += LANES;
            t += LANES;
            if (i == whole) {
                i = 0;
                f += fromStep - whole;
                t += toStep - whole;
            }
        }
        if (whole < count) {
            for (int time = 0; time < times; time++) {
                f = at + time * fromStep + whole;
                t = place + time * toStep + whole;
                ScalarWinogradSteps.result(from, f, fromTap, to, t, toTap, count - whole, rows);
            }
        }
    }

    private static void result(
            float[] from, int f, int fromTap, float[] to, int t, int toTap, int rows) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f + fromTap);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f + 2 * fromTap);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, f + 3 * fromTap);
        FloatVector x4 = FloatVector.fromArray(SPECIES, from, f + 4 * fromTap);
        FloatVector evenA = x1.add(x2);
        FloatVector oddA = x1.sub(x2);
        FloatVector evenB = x3.add(x4);
        FloatVector oddB = x3.sub(x4);
        x0.add(evenA.add(evenB)).intoArray(to, t);
        if (rows > 1) {
            fma(A, oddA, oddB.mul(B)).intoArray(to, t + toTap);
        }
        if (rows > 2) {
            fma(AA, evenA, evenB.mul(BB)).intoArray(to, t + 2 * toTap);
        }
        if (rows > 3) {
            FloatVector x5 = FloatVector.fromArray(SPECIES, from, f + 5 * fromTap);
            fma(AAA, oddA, fma(BBB, oddB, x5)).intoArray(to, t + 3 * toTap);
        }
    }

    @Override
    public void resultGradient(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count) {
        int whole = SPECIES.loopBound(count);
        int f = at;
        int t = place;
        for (int n = times * (whole / LANES), i = 0; n > 0; n--) {
            resultGradient(from, f, fromTap, to, t, toTap);
            i += LANES;
            f += LANES;
            t += LANES;
            if (i == whole) {
                i = 0;
                f += fromStep - whole;
                t += toStep - whole;
            }
        }
        if (whole < count) {
            for (int time = 0; time < times; time++) {
                f = at + time * fromStep + whole;
                t = place + time * toStep + whole;
                ScalarWinogradSteps.resultGradient(from, f, fromTap, to, t, toTap, count - whole);
            }
        }
    }

    private static void resultGradient(
            float[] from, int f, int fromTap, float[] to, int t, int toTap) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, f);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, f + fromTap);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, f + 2 * fromTap);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, f + 3 * fromTap);
        FloatVector evenA = fma(AA, x2, x0);
        FloatVector oddA = fma(AA, x3, x1);
        FloatVector evenB = fma(BB, x2, x0);
        FloatVector oddB = fma(BB, x3, x1);
        x0.intoArray(to, t);
        fma(A, oddA, evenA).intoArray(to, t + toTap);
        fma(-A, oddA, evenA).intoArray(to, t + 2 * toTap);
        fma(B, oddB, evenB).intoArray(to, t + 3 * toTap);
        fma(-B, oddB, evenB).intoArray(to, t + 4 * toTap);
        x3.intoArray(to, t + 5 * toTap);
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
        FloatVector evenA = fma(AT_A, x0, x2.mul(AA_AT_A));
        FloatVector evenB = fma(AT_B, x0, x2.mul(BB_AT_B));
        x0.mul(AT_ZERO).intoArray(to, t);
        fma(A_AT_A, x1, evenA).intoArray(to, t + toTap);
        fma(-A_AT_A, x1, evenA).intoArray(to, t + 2 * toTap);
        fma(B_AT_B, x1, evenB).intoArray(to, t + 3 * toTap);
        fma(-B_AT_B, x1, evenB).intoArray(to, t + 4 * toTap);
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
        fma(AT_ZERO, x0, fma(AT_A, evenA, evenB.mul(AT_B))).intoArray(to, t);
        fma(A_AT_A, oddA, oddB.mul(B_AT_B)).intoArray(to, t + toTap);
        fma(AA_AT_A, evenA, fma(BB_AT_B, evenB, x5)).intoArray(to, t + 2 * toTap);
    }

    private static FloatVector fma(float factor, FloatVector x, FloatVector sum) {
        return x.fma(FloatVector.broadcast(SPECIES, factor), sum);
    }
}
