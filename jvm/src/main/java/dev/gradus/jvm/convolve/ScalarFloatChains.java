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
        for (int r = 0; r < 4; r++) {
            int at = shift + shifts[first + r];
            run(a, places, count, at, b, bStart, y, yStart + r * yStep, channels, true);
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
