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
}
