package dev.gradus.jvm.convolve;

import static dev.gradus.jvm.convolve.Winograd.A;
import static dev.gradus.jvm.convolve.Winograd.AA;
import static dev.gradus.jvm.convolve.Winograd.AAA;
import static dev.gradus.jvm.convolve.Winograd.B;
import static dev.gradus.jvm.convolve.Winograd.BB;
import static dev.gradus.jvm.convolve.Winograd.BBB;
import static jdk.incubator.vector.FloatVector.broadcast;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Takes a tile's 36 products to 4×4 places of a result, across and then down.
///
/// The 24 numbers between the two matrices stay in registers: put aside and fetched again, they cost
/// as much as the arithmetic.
final class VectorWinogradResult {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private VectorWinogradResult() {}

    /// Takes the first `whole` elements, a multiple of the lanes, of each repetition.
    static void result(
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
            int whole) {
        int f = at;
        int t = place;
        for (int n = times * (whole / LANES), i = 0; n > 0; n--) {
            FloatVector x00 = FloatVector.fromArray(SPECIES, from, f);
            FloatVector x01 = FloatVector.fromArray(SPECIES, from, f + plane);
            FloatVector x02 = FloatVector.fromArray(SPECIES, from, f + 2 * plane);
            FloatVector x03 = FloatVector.fromArray(SPECIES, from, f + 3 * plane);
            FloatVector x04 = FloatVector.fromArray(SPECIES, from, f + 4 * plane);
            FloatVector x05 = FloatVector.fromArray(SPECIES, from, f + 5 * plane);
            FloatVector evenA0 = x01.add(x02);
            FloatVector oddA0 = x01.sub(x02);
            FloatVector evenB0 = x03.add(x04);
            FloatVector oddB0 = x03.sub(x04);
            FloatVector d00 = x00.add(evenA0.add(evenB0));
            FloatVector d01 = oddA0.fma(broadcast(SPECIES, A), oddB0.mul(B));
            FloatVector d02 = evenA0.fma(broadcast(SPECIES, AA), evenB0.mul(BB));
            FloatVector d03 =
                    oddA0.fma(broadcast(SPECIES, AAA), oddB0.fma(broadcast(SPECIES, BBB), x05));
            FloatVector x10 = FloatVector.fromArray(SPECIES, from, f + 6 * plane);
            FloatVector x11 = FloatVector.fromArray(SPECIES, from, f + 7 * plane);
            FloatVector x12 = FloatVector.fromArray(SPECIES, from, f + 8 * plane);
            FloatVector x13 = FloatVector.fromArray(SPECIES, from, f + 9 * plane);
            FloatVector x14 = FloatVector.fromArray(SPECIES, from, f + 10 * plane);
            FloatVector x15 = FloatVector.fromArray(SPECIES, from, f + 11 * plane);
            FloatVector evenA1 = x11.add(x12);
            FloatVector oddA1 = x11.sub(x12);
            FloatVector evenB1 = x13.add(x14);
            FloatVector oddB1 = x13.sub(x14);
            FloatVector d10 = x10.add(evenA1.add(evenB1));
            FloatVector d11 = oddA1.fma(broadcast(SPECIES, A), oddB1.mul(B));
            FloatVector d12 = evenA1.fma(broadcast(SPECIES, AA), evenB1.mul(BB));
            FloatVector d13 =
                    oddA1.fma(broadcast(SPECIES, AAA), oddB1.fma(broadcast(SPECIES, BBB), x15));
            FloatVector x20 = FloatVector.fromArray(SPECIES, from, f + 12 * plane);
            FloatVector x21 = FloatVector.fromArray(SPECIES, from, f + 13 * plane);
            FloatVector x22 = FloatVector.fromArray(SPECIES, from, f + 14 * plane);
            FloatVector x23 = FloatVector.fromArray(SPECIES, from, f + 15 * plane);
            FloatVector x24 = FloatVector.fromArray(SPECIES, from, f + 16 * plane);
            FloatVector x25 = FloatVector.fromArray(SPECIES, from, f + 17 * plane);
            FloatVector evenA2 = x21.add(x22);
            FloatVector oddA2 = x21.sub(x22);
            FloatVector evenB2 = x23.add(x24);
            FloatVector oddB2 = x23.sub(x24);
            FloatVector d20 = x20.add(evenA2.add(evenB2));
            FloatVector d21 = oddA2.fma(broadcast(SPECIES, A), oddB2.mul(B));
            FloatVector d22 = evenA2.fma(broadcast(SPECIES, AA), evenB2.mul(BB));
            FloatVector d23 =
                    oddA2.fma(broadcast(SPECIES, AAA), oddB2.fma(broadcast(SPECIES, BBB), x25));
            FloatVector x30 = FloatVector.fromArray(SPECIES, from, f + 18 * plane);
            FloatVector x31 = FloatVector.fromArray(SPECIES, from, f + 19 * plane);
            FloatVector x32 = FloatVector.fromArray(SPECIES, from, f + 20 * plane);
            FloatVector x33 = FloatVector.fromArray(SPECIES, from, f + 21 * plane);
            FloatVector x34 = FloatVector.fromArray(SPECIES, from, f + 22 * plane);
            FloatVector x35 = FloatVector.fromArray(SPECIES, from, f + 23 * plane);
            FloatVector evenA3 = x31.add(x32);
            FloatVector oddA3 = x31.sub(x32);
            FloatVector evenB3 = x33.add(x34);
            FloatVector oddB3 = x33.sub(x34);
            FloatVector d30 = x30.add(evenA3.add(evenB3));
            FloatVector d31 = oddA3.fma(broadcast(SPECIES, A), oddB3.mul(B));
            FloatVector d32 = evenA3.fma(broadcast(SPECIES, AA), evenB3.mul(BB));
            FloatVector d33 =
                    oddA3.fma(broadcast(SPECIES, AAA), oddB3.fma(broadcast(SPECIES, BBB), x35));
            FloatVector x40 = FloatVector.fromArray(SPECIES, from, f + 24 * plane);
            FloatVector x41 = FloatVector.fromArray(SPECIES, from, f + 25 * plane);
            FloatVector x42 = FloatVector.fromArray(SPECIES, from, f + 26 * plane);
            FloatVector x43 = FloatVector.fromArray(SPECIES, from, f + 27 * plane);
            FloatVector x44 = FloatVector.fromArray(SPECIES, from, f + 28 * plane);
            FloatVector x45 = FloatVector.fromArray(SPECIES, from, f + 29 * plane);
            FloatVector evenA4 = x41.add(x42);
            FloatVector oddA4 = x41.sub(x42);
            FloatVector evenB4 = x43.add(x44);
            FloatVector oddB4 = x43.sub(x44);
            FloatVector d40 = x40.add(evenA4.add(evenB4));
            FloatVector d41 = oddA4.fma(broadcast(SPECIES, A), oddB4.mul(B));
            FloatVector d42 = evenA4.fma(broadcast(SPECIES, AA), evenB4.mul(BB));
            FloatVector d43 =
                    oddA4.fma(broadcast(SPECIES, AAA), oddB4.fma(broadcast(SPECIES, BBB), x45));
            FloatVector x50 = FloatVector.fromArray(SPECIES, from, f + 30 * plane);
            FloatVector x51 = FloatVector.fromArray(SPECIES, from, f + 31 * plane);
            FloatVector x52 = FloatVector.fromArray(SPECIES, from, f + 32 * plane);
            FloatVector x53 = FloatVector.fromArray(SPECIES, from, f + 33 * plane);
            FloatVector x54 = FloatVector.fromArray(SPECIES, from, f + 34 * plane);
            FloatVector x55 = FloatVector.fromArray(SPECIES, from, f + 35 * plane);
            FloatVector evenA5 = x51.add(x52);
            FloatVector oddA5 = x51.sub(x52);
            FloatVector evenB5 = x53.add(x54);
            FloatVector oddB5 = x53.sub(x54);
            FloatVector d50 = x50.add(evenA5.add(evenB5));
            FloatVector d51 = oddA5.fma(broadcast(SPECIES, A), oddB5.mul(B));
            FloatVector d52 = evenA5.fma(broadcast(SPECIES, AA), evenB5.mul(BB));
            FloatVector d53 =
                    oddA5.fma(broadcast(SPECIES, AAA), oddB5.fma(broadcast(SPECIES, BBB), x55));
            FloatVector evenOfA0 = d10.add(d20);
            FloatVector oddOfA0 = d10.sub(d20);
            FloatVector evenOfB0 = d30.add(d40);
            FloatVector oddOfB0 = d30.sub(d40);
            d00.add(evenOfA0.add(evenOfB0)).intoArray(to, t);
            oddOfA0.fma(broadcast(SPECIES, A), oddOfB0.mul(B)).intoArray(to, t + toRow);
            evenOfA0.fma(broadcast(SPECIES, AA), evenOfB0.mul(BB)).intoArray(to, t + 2 * toRow);
            oddOfA0.fma(broadcast(SPECIES, AAA), oddOfB0.fma(broadcast(SPECIES, BBB), d50))
                    .intoArray(to, t + 3 * toRow);
            FloatVector evenOfA1 = d11.add(d21);
            FloatVector oddOfA1 = d11.sub(d21);
            FloatVector evenOfB1 = d31.add(d41);
            FloatVector oddOfB1 = d31.sub(d41);
            d01.add(evenOfA1.add(evenOfB1)).intoArray(to, t + toColumn);
            oddOfA1.fma(broadcast(SPECIES, A), oddOfB1.mul(B)).intoArray(to, t + toColumn + toRow);
            evenOfA1.fma(broadcast(SPECIES, AA), evenOfB1.mul(BB))
                    .intoArray(to, t + toColumn + 2 * toRow);
            oddOfA1.fma(broadcast(SPECIES, AAA), oddOfB1.fma(broadcast(SPECIES, BBB), d51))
                    .intoArray(to, t + toColumn + 3 * toRow);
            FloatVector evenOfA2 = d12.add(d22);
            FloatVector oddOfA2 = d12.sub(d22);
            FloatVector evenOfB2 = d32.add(d42);
            FloatVector oddOfB2 = d32.sub(d42);
            d02.add(evenOfA2.add(evenOfB2)).intoArray(to, t + 2 * toColumn);
            oddOfA2.fma(broadcast(SPECIES, A), oddOfB2.mul(B))
                    .intoArray(to, t + 2 * toColumn + toRow);
            evenOfA2.fma(broadcast(SPECIES, AA), evenOfB2.mul(BB))
                    .intoArray(to, t + 2 * toColumn + 2 * toRow);
            oddOfA2.fma(broadcast(SPECIES, AAA), oddOfB2.fma(broadcast(SPECIES, BBB), d52))
                    .intoArray(to, t + 2 * toColumn + 3 * toRow);
            FloatVector evenOfA3 = d13.add(d23);
            FloatVector oddOfA3 = d13.sub(d23);
            FloatVector evenOfB3 = d33.add(d43);
            FloatVector oddOfB3 = d33.sub(d43);
            d03.add(evenOfA3.add(evenOfB3)).intoArray(to, t + 3 * toColumn);
            oddOfA3.fma(broadcast(SPECIES, A), oddOfB3.mul(B))
                    .intoArray(to, t + 3 * toColumn + toRow);
            evenOfA3.fma(broadcast(SPECIES, AA), evenOfB3.mul(BB))
                    .intoArray(to, t + 3 * toColumn + 2 * toRow);
            oddOfA3.fma(broadcast(SPECIES, AAA), oddOfB3.fma(broadcast(SPECIES, BBB), d53))
                    .intoArray(to, t + 3 * toColumn + 3 * toRow);
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
