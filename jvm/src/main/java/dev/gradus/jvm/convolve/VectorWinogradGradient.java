package dev.gradus.jvm.convolve;

import static dev.gradus.jvm.convolve.Winograd.A;
import static dev.gradus.jvm.convolve.Winograd.AA;
import static dev.gradus.jvm.convolve.Winograd.B;
import static dev.gradus.jvm.convolve.Winograd.BB;
import static jdk.incubator.vector.FloatVector.broadcast;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Takes 4×4 places of a result's gradient to 36 planes, down and then across:
/// the transposed of [VectorWinogradResult].
///
/// The 24 numbers between the two matrices stay in registers.
final class VectorWinogradGradient {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private VectorWinogradGradient() {}

    /// Takes the first `whole` elements, a multiple of the lanes, of each repetition.
    static void resultGradient(
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
            int whole) {
        int f = at;
        int t = place;
        for (int n = times * (whole / LANES), i = 0; n > 0; n--) {
            FloatVector d00 = FloatVector.fromArray(SPECIES, from, f);
            FloatVector x10 = FloatVector.fromArray(SPECIES, from, f + fromRow);
            FloatVector x20 = FloatVector.fromArray(SPECIES, from, f + 2 * fromRow);
            FloatVector d50 = FloatVector.fromArray(SPECIES, from, f + 3 * fromRow);
            FloatVector evenA0 = x20.fma(broadcast(SPECIES, AA), d00);
            FloatVector oddA0 = d50.fma(broadcast(SPECIES, AA), x10);
            FloatVector evenB0 = x20.fma(broadcast(SPECIES, BB), d00);
            FloatVector oddB0 = d50.fma(broadcast(SPECIES, BB), x10);
            FloatVector d10 = oddA0.fma(broadcast(SPECIES, A), evenA0);
            FloatVector d20 = oddA0.fma(broadcast(SPECIES, -A), evenA0);
            FloatVector d30 = oddB0.fma(broadcast(SPECIES, B), evenB0);
            FloatVector d40 = oddB0.fma(broadcast(SPECIES, -B), evenB0);
            FloatVector d01 = FloatVector.fromArray(SPECIES, from, f + fromColumn);
            FloatVector x11 = FloatVector.fromArray(SPECIES, from, f + fromColumn + fromRow);
            FloatVector x21 = FloatVector.fromArray(SPECIES, from, f + fromColumn + 2 * fromRow);
            FloatVector d51 = FloatVector.fromArray(SPECIES, from, f + fromColumn + 3 * fromRow);
            FloatVector evenA1 = x21.fma(broadcast(SPECIES, AA), d01);
            FloatVector oddA1 = d51.fma(broadcast(SPECIES, AA), x11);
            FloatVector evenB1 = x21.fma(broadcast(SPECIES, BB), d01);
            FloatVector oddB1 = d51.fma(broadcast(SPECIES, BB), x11);
            FloatVector d11 = oddA1.fma(broadcast(SPECIES, A), evenA1);
            FloatVector d21 = oddA1.fma(broadcast(SPECIES, -A), evenA1);
            FloatVector d31 = oddB1.fma(broadcast(SPECIES, B), evenB1);
            FloatVector d41 = oddB1.fma(broadcast(SPECIES, -B), evenB1);
            FloatVector d02 = FloatVector.fromArray(SPECIES, from, f + 2 * fromColumn);
            FloatVector x12 = FloatVector.fromArray(SPECIES, from, f + 2 * fromColumn + fromRow);
            FloatVector x22 =
                    FloatVector.fromArray(SPECIES, from, f + 2 * fromColumn + 2 * fromRow);
            FloatVector d52 =
                    FloatVector.fromArray(SPECIES, from, f + 2 * fromColumn + 3 * fromRow);
            FloatVector evenA2 = x22.fma(broadcast(SPECIES, AA), d02);
            FloatVector oddA2 = d52.fma(broadcast(SPECIES, AA), x12);
            FloatVector evenB2 = x22.fma(broadcast(SPECIES, BB), d02);
            FloatVector oddB2 = d52.fma(broadcast(SPECIES, BB), x12);
            FloatVector d12 = oddA2.fma(broadcast(SPECIES, A), evenA2);
            FloatVector d22 = oddA2.fma(broadcast(SPECIES, -A), evenA2);
            FloatVector d32 = oddB2.fma(broadcast(SPECIES, B), evenB2);
            FloatVector d42 = oddB2.fma(broadcast(SPECIES, -B), evenB2);
            FloatVector d03 = FloatVector.fromArray(SPECIES, from, f + 3 * fromColumn);
            FloatVector x13 = FloatVector.fromArray(SPECIES, from, f + 3 * fromColumn + fromRow);
            FloatVector x23 =
                    FloatVector.fromArray(SPECIES, from, f + 3 * fromColumn + 2 * fromRow);
            FloatVector d53 =
                    FloatVector.fromArray(SPECIES, from, f + 3 * fromColumn + 3 * fromRow);
            FloatVector evenA3 = x23.fma(broadcast(SPECIES, AA), d03);
            FloatVector oddA3 = d53.fma(broadcast(SPECIES, AA), x13);
            FloatVector evenB3 = x23.fma(broadcast(SPECIES, BB), d03);
            FloatVector oddB3 = d53.fma(broadcast(SPECIES, BB), x13);
            FloatVector d13 = oddA3.fma(broadcast(SPECIES, A), evenA3);
            FloatVector d23 = oddA3.fma(broadcast(SPECIES, -A), evenA3);
            FloatVector d33 = oddB3.fma(broadcast(SPECIES, B), evenB3);
            FloatVector d43 = oddB3.fma(broadcast(SPECIES, -B), evenB3);
            FloatVector evenOfA0 = d02.fma(broadcast(SPECIES, AA), d00);
            FloatVector oddOfA0 = d03.fma(broadcast(SPECIES, AA), d01);
            FloatVector evenOfB0 = d02.fma(broadcast(SPECIES, BB), d00);
            FloatVector oddOfB0 = d03.fma(broadcast(SPECIES, BB), d01);
            d00.intoArray(to, t);
            oddOfA0.fma(broadcast(SPECIES, A), evenOfA0).intoArray(to, t + plane);
            oddOfA0.fma(broadcast(SPECIES, -A), evenOfA0).intoArray(to, t + 2 * plane);
            oddOfB0.fma(broadcast(SPECIES, B), evenOfB0).intoArray(to, t + 3 * plane);
            oddOfB0.fma(broadcast(SPECIES, -B), evenOfB0).intoArray(to, t + 4 * plane);
            d03.intoArray(to, t + 5 * plane);
            FloatVector evenOfA1 = d12.fma(broadcast(SPECIES, AA), d10);
            FloatVector oddOfA1 = d13.fma(broadcast(SPECIES, AA), d11);
            FloatVector evenOfB1 = d12.fma(broadcast(SPECIES, BB), d10);
            FloatVector oddOfB1 = d13.fma(broadcast(SPECIES, BB), d11);
            d10.intoArray(to, t + 6 * plane);
            oddOfA1.fma(broadcast(SPECIES, A), evenOfA1).intoArray(to, t + 7 * plane);
            oddOfA1.fma(broadcast(SPECIES, -A), evenOfA1).intoArray(to, t + 8 * plane);
            oddOfB1.fma(broadcast(SPECIES, B), evenOfB1).intoArray(to, t + 9 * plane);
            oddOfB1.fma(broadcast(SPECIES, -B), evenOfB1).intoArray(to, t + 10 * plane);
            d13.intoArray(to, t + 11 * plane);
            FloatVector evenOfA2 = d22.fma(broadcast(SPECIES, AA), d20);
            FloatVector oddOfA2 = d23.fma(broadcast(SPECIES, AA), d21);
            FloatVector evenOfB2 = d22.fma(broadcast(SPECIES, BB), d20);
            FloatVector oddOfB2 = d23.fma(broadcast(SPECIES, BB), d21);
            d20.intoArray(to, t + 12 * plane);
            oddOfA2.fma(broadcast(SPECIES, A), evenOfA2).intoArray(to, t + 13 * plane);
            oddOfA2.fma(broadcast(SPECIES, -A), evenOfA2).intoArray(to, t + 14 * plane);
            oddOfB2.fma(broadcast(SPECIES, B), evenOfB2).intoArray(to, t + 15 * plane);
            oddOfB2.fma(broadcast(SPECIES, -B), evenOfB2).intoArray(to, t + 16 * plane);
            d23.intoArray(to, t + 17 * plane);
            FloatVector evenOfA3 = d32.fma(broadcast(SPECIES, AA), d30);
            FloatVector oddOfA3 = d33.fma(broadcast(SPECIES, AA), d31);
            FloatVector evenOfB3 = d32.fma(broadcast(SPECIES, BB), d30);
            FloatVector oddOfB3 = d33.fma(broadcast(SPECIES, BB), d31);
            d30.intoArray(to, t + 18 * plane);
            oddOfA3.fma(broadcast(SPECIES, A), evenOfA3).intoArray(to, t + 19 * plane);
            oddOfA3.fma(broadcast(SPECIES, -A), evenOfA3).intoArray(to, t + 20 * plane);
            oddOfB3.fma(broadcast(SPECIES, B), evenOfB3).intoArray(to, t + 21 * plane);
            oddOfB3.fma(broadcast(SPECIES, -B), evenOfB3).intoArray(to, t + 22 * plane);
            d33.intoArray(to, t + 23 * plane);
            FloatVector evenOfA4 = d42.fma(broadcast(SPECIES, AA), d40);
            FloatVector oddOfA4 = d43.fma(broadcast(SPECIES, AA), d41);
            FloatVector evenOfB4 = d42.fma(broadcast(SPECIES, BB), d40);
            FloatVector oddOfB4 = d43.fma(broadcast(SPECIES, BB), d41);
            d40.intoArray(to, t + 24 * plane);
            oddOfA4.fma(broadcast(SPECIES, A), evenOfA4).intoArray(to, t + 25 * plane);
            oddOfA4.fma(broadcast(SPECIES, -A), evenOfA4).intoArray(to, t + 26 * plane);
            oddOfB4.fma(broadcast(SPECIES, B), evenOfB4).intoArray(to, t + 27 * plane);
            oddOfB4.fma(broadcast(SPECIES, -B), evenOfB4).intoArray(to, t + 28 * plane);
            d43.intoArray(to, t + 29 * plane);
            FloatVector evenOfA5 = d52.fma(broadcast(SPECIES, AA), d50);
            FloatVector oddOfA5 = d53.fma(broadcast(SPECIES, AA), d51);
            FloatVector evenOfB5 = d52.fma(broadcast(SPECIES, BB), d50);
            FloatVector oddOfB5 = d53.fma(broadcast(SPECIES, BB), d51);
            d50.intoArray(to, t + 30 * plane);
            oddOfA5.fma(broadcast(SPECIES, A), evenOfA5).intoArray(to, t + 31 * plane);
            oddOfA5.fma(broadcast(SPECIES, -A), evenOfA5).intoArray(to, t + 32 * plane);
            oddOfB5.fma(broadcast(SPECIES, B), evenOfB5).intoArray(to, t + 33 * plane);
            oddOfB5.fma(broadcast(SPECIES, -B), evenOfB5).intoArray(to, t + 34 * plane);
            d53.intoArray(to, t + 35 * plane);
            i += LANES;
            f += LANES;
            t += LANES;
            if (i == whole) {
                i = 0;
                f += fromStep - whole;
                t += toStep - whole;
            }
        }
    }
}
