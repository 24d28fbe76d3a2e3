package dev.gradus.jvm.convolve;

import static dev.gradus.jvm.convolve.Winograd.A;
import static dev.gradus.jvm.convolve.Winograd.AA;
import static dev.gradus.jvm.convolve.Winograd.AABB;
import static dev.gradus.jvm.convolve.Winograd.B;
import static dev.gradus.jvm.convolve.Winograd.BB;
import static dev.gradus.jvm.convolve.Winograd.SUM;
import static jdk.incubator.vector.FloatVector.broadcast;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Takes six rows of an image's tile, which have been transformed downwards,
/// across to its 36 planes.
///
/// Two rows stand in one method, so that the addresses of what is read are reckoned once for both.
/// All six in one are no faster, and too much for the first of Java's compilers: it gives up ("out of
/// virtual registers"), the method never reaches the second one, and its rehearsal goes on for ever.
final class VectorWinogradImage {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private VectorWinogradImage() {}

    /// Takes the first `whole` elements, a multiple of the lanes, of each repetition.
    static void across(
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
        for (int pair = 0; pair < 3; pair++) {
            twoRows(
                    from,
                    at + 2 * pair * fromRow,
                    fromRow,
                    fromColumn,
                    fromStep,
                    to,
                    place + 12 * pair * plane,
                    plane,
                    toStep,
                    times,
                    whole);
        }
    }

    private static void twoRows(
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
            FloatVector d01 = FloatVector.fromArray(SPECIES, from, f + fromColumn);
            FloatVector d02 = FloatVector.fromArray(SPECIES, from, f + 2 * fromColumn);
            FloatVector d03 = FloatVector.fromArray(SPECIES, from, f + 3 * fromColumn);
            FloatVector d04 = FloatVector.fromArray(SPECIES, from, f + 4 * fromColumn);
            FloatVector d05 = FloatVector.fromArray(SPECIES, from, f + 5 * fromColumn);
            FloatVector evenOfA0 = d02.fma(broadcast(SPECIES, -BB), d04);
            FloatVector oddOfA0 = d01.fma(broadcast(SPECIES, -BB), d03);
            FloatVector evenOfB0 = d02.fma(broadcast(SPECIES, -AA), d04);
            FloatVector oddOfB0 = d01.fma(broadcast(SPECIES, -AA), d03);
            d00.fma(broadcast(SPECIES, AABB), d02.fma(broadcast(SPECIES, -SUM), d04))
                    .intoArray(to, t);
            oddOfA0.fma(broadcast(SPECIES, A), evenOfA0).intoArray(to, t + plane);
            oddOfA0.fma(broadcast(SPECIES, -A), evenOfA0).intoArray(to, t + 2 * plane);
            oddOfB0.fma(broadcast(SPECIES, B), evenOfB0).intoArray(to, t + 3 * plane);
            oddOfB0.fma(broadcast(SPECIES, -B), evenOfB0).intoArray(to, t + 4 * plane);
            d01.fma(broadcast(SPECIES, AABB), d03.fma(broadcast(SPECIES, -SUM), d05))
                    .intoArray(to, t + 5 * plane);
            FloatVector d10 = FloatVector.fromArray(SPECIES, from, f + fromRow);
            FloatVector d11 = FloatVector.fromArray(SPECIES, from, f + fromRow + fromColumn);
            FloatVector d12 = FloatVector.fromArray(SPECIES, from, f + fromRow + 2 * fromColumn);
            FloatVector d13 = FloatVector.fromArray(SPECIES, from, f + fromRow + 3 * fromColumn);
            FloatVector d14 = FloatVector.fromArray(SPECIES, from, f + fromRow + 4 * fromColumn);
            FloatVector d15 = FloatVector.fromArray(SPECIES, from, f + fromRow + 5 * fromColumn);
            FloatVector evenOfA1 = d12.fma(broadcast(SPECIES, -BB), d14);
            FloatVector oddOfA1 = d11.fma(broadcast(SPECIES, -BB), d13);
            FloatVector evenOfB1 = d12.fma(broadcast(SPECIES, -AA), d14);
            FloatVector oddOfB1 = d11.fma(broadcast(SPECIES, -AA), d13);
            d10.fma(broadcast(SPECIES, AABB), d12.fma(broadcast(SPECIES, -SUM), d14))
                    .intoArray(to, t + 6 * plane);
            oddOfA1.fma(broadcast(SPECIES, A), evenOfA1).intoArray(to, t + 7 * plane);
            oddOfA1.fma(broadcast(SPECIES, -A), evenOfA1).intoArray(to, t + 8 * plane);
            oddOfB1.fma(broadcast(SPECIES, B), evenOfB1).intoArray(to, t + 9 * plane);
            oddOfB1.fma(broadcast(SPECIES, -B), evenOfB1).intoArray(to, t + 10 * plane);
            d11.fma(broadcast(SPECIES, AABB), d13.fma(broadcast(SPECIES, -SUM), d15))
                    .intoArray(to, t + 11 * plane);
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
