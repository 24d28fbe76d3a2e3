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
/// All six rows stand in one method, for the reason told in [VectorWinogradSteps]: the addresses of
/// what is read are reckoned once, and there is one call for a row of tiles where there were six.
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
            FloatVector d20 = FloatVector.fromArray(SPECIES, from, f + 2 * fromRow);
            FloatVector d21 = FloatVector.fromArray(SPECIES, from, f + 2 * fromRow + fromColumn);
            FloatVector d22 =
                    FloatVector.fromArray(SPECIES, from, f + 2 * fromRow + 2 * fromColumn);
            FloatVector d23 =
                    FloatVector.fromArray(SPECIES, from, f + 2 * fromRow + 3 * fromColumn);
            FloatVector d24 =
                    FloatVector.fromArray(SPECIES, from, f + 2 * fromRow + 4 * fromColumn);
            FloatVector d25 =
                    FloatVector.fromArray(SPECIES, from, f + 2 * fromRow + 5 * fromColumn);
            FloatVector evenOfA2 = d22.fma(broadcast(SPECIES, -BB), d24);
            FloatVector oddOfA2 = d21.fma(broadcast(SPECIES, -BB), d23);
            FloatVector evenOfB2 = d22.fma(broadcast(SPECIES, -AA), d24);
            FloatVector oddOfB2 = d21.fma(broadcast(SPECIES, -AA), d23);
            d20.fma(broadcast(SPECIES, AABB), d22.fma(broadcast(SPECIES, -SUM), d24))
                    .intoArray(to, t + 12 * plane);
            oddOfA2.fma(broadcast(SPECIES, A), evenOfA2).intoArray(to, t + 13 * plane);
            oddOfA2.fma(broadcast(SPECIES, -A), evenOfA2).intoArray(to, t + 14 * plane);
            oddOfB2.fma(broadcast(SPECIES, B), evenOfB2).intoArray(to, t + 15 * plane);
            oddOfB2.fma(broadcast(SPECIES, -B), evenOfB2).intoArray(to, t + 16 * plane);
            d21.fma(broadcast(SPECIES, AABB), d23.fma(broadcast(SPECIES, -SUM), d25))
                    .intoArray(to, t + 17 * plane);
            FloatVector d30 = FloatVector.fromArray(SPECIES, from, f + 3 * fromRow);
            FloatVector d31 = FloatVector.fromArray(SPECIES, from, f + 3 * fromRow + fromColumn);
            FloatVector d32 =
                    FloatVector.fromArray(SPECIES, from, f + 3 * fromRow + 2 * fromColumn);
            FloatVector d33 =
                    FloatVector.fromArray(SPECIES, from, f + 3 * fromRow + 3 * fromColumn);
            FloatVector d34 =
                    FloatVector.fromArray(SPECIES, from, f + 3 * fromRow + 4 * fromColumn);
            FloatVector d35 =
                    FloatVector.fromArray(SPECIES, from, f + 3 * fromRow + 5 * fromColumn);
            FloatVector evenOfA3 = d32.fma(broadcast(SPECIES, -BB), d34);
            FloatVector oddOfA3 = d31.fma(broadcast(SPECIES, -BB), d33);
            FloatVector evenOfB3 = d32.fma(broadcast(SPECIES, -AA), d34);
            FloatVector oddOfB3 = d31.fma(broadcast(SPECIES, -AA), d33);
            d30.fma(broadcast(SPECIES, AABB), d32.fma(broadcast(SPECIES, -SUM), d34))
                    .intoArray(to, t + 18 * plane);
            oddOfA3.fma(broadcast(SPECIES, A), evenOfA3).intoArray(to, t + 19 * plane);
            oddOfA3.fma(broadcast(SPECIES, -A), evenOfA3).intoArray(to, t + 20 * plane);
            oddOfB3.fma(broadcast(SPECIES, B), evenOfB3).intoArray(to, t + 21 * plane);
            oddOfB3.fma(broadcast(SPECIES, -B), evenOfB3).intoArray(to, t + 22 * plane);
            d31.fma(broadcast(SPECIES, AABB), d33.fma(broadcast(SPECIES, -SUM), d35))
                    .intoArray(to, t + 23 * plane);
            FloatVector d40 = FloatVector.fromArray(SPECIES, from, f + 4 * fromRow);
            FloatVector d41 = FloatVector.fromArray(SPECIES, from, f + 4 * fromRow + fromColumn);
            FloatVector d42 =
                    FloatVector.fromArray(SPECIES, from, f + 4 * fromRow + 2 * fromColumn);
            FloatVector d43 =
                    FloatVector.fromArray(SPECIES, from, f + 4 * fromRow + 3 * fromColumn);
            FloatVector d44 =
                    FloatVector.fromArray(SPECIES, from, f + 4 * fromRow + 4 * fromColumn);
            FloatVector d45 =
                    FloatVector.fromArray(SPECIES, from, f + 4 * fromRow + 5 * fromColumn);
            FloatVector evenOfA4 = d42.fma(broadcast(SPECIES, -BB), d44);
            FloatVector oddOfA4 = d41.fma(broadcast(SPECIES, -BB), d43);
            FloatVector evenOfB4 = d42.fma(broadcast(SPECIES, -AA), d44);
            FloatVector oddOfB4 = d41.fma(broadcast(SPECIES, -AA), d43);
            d40.fma(broadcast(SPECIES, AABB), d42.fma(broadcast(SPECIES, -SUM), d44))
                    .intoArray(to, t + 24 * plane);
            oddOfA4.fma(broadcast(SPECIES, A), evenOfA4).intoArray(to, t + 25 * plane);
            oddOfA4.fma(broadcast(SPECIES, -A), evenOfA4).intoArray(to, t + 26 * plane);
            oddOfB4.fma(broadcast(SPECIES, B), evenOfB4).intoArray(to, t + 27 * plane);
            oddOfB4.fma(broadcast(SPECIES, -B), evenOfB4).intoArray(to, t + 28 * plane);
            d41.fma(broadcast(SPECIES, AABB), d43.fma(broadcast(SPECIES, -SUM), d45))
                    .intoArray(to, t + 29 * plane);
            FloatVector d50 = FloatVector.fromArray(SPECIES, from, f + 5 * fromRow);
            FloatVector d51 = FloatVector.fromArray(SPECIES, from, f + 5 * fromRow + fromColumn);
            FloatVector d52 =
                    FloatVector.fromArray(SPECIES, from, f + 5 * fromRow + 2 * fromColumn);
            FloatVector d53 =
                    FloatVector.fromArray(SPECIES, from, f + 5 * fromRow + 3 * fromColumn);
            FloatVector d54 =
                    FloatVector.fromArray(SPECIES, from, f + 5 * fromRow + 4 * fromColumn);
            FloatVector d55 =
                    FloatVector.fromArray(SPECIES, from, f + 5 * fromRow + 5 * fromColumn);
            FloatVector evenOfA5 = d52.fma(broadcast(SPECIES, -BB), d54);
            FloatVector oddOfA5 = d51.fma(broadcast(SPECIES, -BB), d53);
            FloatVector evenOfB5 = d52.fma(broadcast(SPECIES, -AA), d54);
            FloatVector oddOfB5 = d51.fma(broadcast(SPECIES, -AA), d53);
            d50.fma(broadcast(SPECIES, AABB), d52.fma(broadcast(SPECIES, -SUM), d54))
                    .intoArray(to, t + 30 * plane);
            oddOfA5.fma(broadcast(SPECIES, A), evenOfA5).intoArray(to, t + 31 * plane);
            oddOfA5.fma(broadcast(SPECIES, -A), evenOfA5).intoArray(to, t + 32 * plane);
            oddOfB5.fma(broadcast(SPECIES, B), evenOfB5).intoArray(to, t + 33 * plane);
            oddOfB5.fma(broadcast(SPECIES, -B), evenOfB5).intoArray(to, t + 34 * plane);
            d51.fma(broadcast(SPECIES, AABB), d53.fma(broadcast(SPECIES, -SUM), d55))
                    .intoArray(to, t + 35 * plane);
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
