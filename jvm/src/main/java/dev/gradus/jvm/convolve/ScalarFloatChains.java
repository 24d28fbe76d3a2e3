package dev.gradus.jvm.convolve;

/// Computes the chains of a depthwise convolution one channel at a time.
final class ScalarFloatChains implements FloatChains {

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
        for (int j = 0; j < channels; j++) {
            y[yStart + j] =
                    one(
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

    static float one(
            float[] a,
            int[] places,
            int count,
            int shift,
            float[] b,
            int bStart,
            int channels,
            float start) {
        float sum = start;
        for (int q = 0; q < count; q++) {
            sum = Math.fma(a[places[q] + shift], b[bStart + q * channels], sum);
        }
        return sum;
    }
}
