package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Computes the chains of a depthwise convolution a vector of channels at a time.
final class VectorFloatChains implements FloatChains {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;

    @Override
    public void run(
            float[] a,
            int[] places,
            int count,
            int shift,
            float[] b,
            int bStart,
            float[] y,
            int yStart,
            int channels,
            boolean accumulate) {
        int whole = SPECIES.loopBound(channels);
        for (int j = 0; j < whole; j += SPECIES.length()) {
            FloatVector sum =
                    accumulate
                            ? FloatVector.fromArray(SPECIES, y, yStart + j)
                            : FloatVector.zero(SPECIES);
            int from = bStart + j;
            for (int q = 0; q < count; q++) {
                FloatVector left = FloatVector.fromArray(SPECIES, a, places[q] + shift + j);
                sum = left.fma(FloatVector.fromArray(SPECIES, b, from), sum);
                from += channels;
            }
            sum.intoArray(y, yStart + j);
        }
        for (int j = whole; j < channels; j++) {
            y[yStart + j] =
                    ScalarFloatChains.one(
                            a,
                            places,
                            count,
                            shift + j,
                            b,
                            bStart + j,
                            channels,
                            accumulate ? y[yStart + j] : 0f);
        }
    }

    @Override
    public void four(
            float[] a,
            int[] places,
            int count,
            int shift,
            int[] shifts,
            int first,
            float[] b,
            int bStart,
            float[] y,
            int yStart,
            int yStep,
            int channels) {
        int shift0 = shift + shifts[first];
        int shift1 = shift + shifts[first + 1];
        int shift2 = shift + shifts[first + 2];
        int shift3 = shift + shifts[first + 3];
        int whole = SPECIES.loopBound(channels);
        for (int j = 0; j < whole; j += SPECIES.length()) {
            int t = yStart + j;
            FloatVector sum0 = FloatVector.fromArray(SPECIES, y, t);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, y, t + yStep);
            FloatVector sum2 = FloatVector.fromArray(SPECIES, y, t + 2 * yStep);
            FloatVector sum3 = FloatVector.fromArray(SPECIES, y, t + 3 * yStep);
            int from = bStart + j;
            for (int q = 0; q < count; q++) {
                int p = places[q] + j;
                FloatVector right = FloatVector.fromArray(SPECIES, b, from);
                sum0 = FloatVector.fromArray(SPECIES, a, p + shift0).fma(right, sum0);
                sum1 = FloatVector.fromArray(SPECIES, a, p + shift1).fma(right, sum1);
                sum2 = FloatVector.fromArray(SPECIES, a, p + shift2).fma(right, sum2);
                sum3 = FloatVector.fromArray(SPECIES, a, p + shift3).fma(right, sum3);
                from += channels;
            }
            sum0.intoArray(y, t);
            sum1.intoArray(y, t + yStep);
            sum2.intoArray(y, t + 2 * yStep);
            sum3.intoArray(y, t + 3 * yStep);
        }
        for (int j = whole; j < channels; j++) {
            for (int r = 0; r < 4; r++) {
                int t = yStart + r * yStep + j;
                int at = shift + shifts[first + r] + j;
                y[t] = ScalarFloatChains.one(a, places, count, at, b, bStart + j, channels, y[t]);
            }
        }
    }
}
