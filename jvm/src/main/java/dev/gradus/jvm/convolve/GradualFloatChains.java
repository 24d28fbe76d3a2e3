package dev.gradus.jvm.convolve;

/// Multiplies and adds up in plain code until the vector code is fast.
///
/// What one form is while the other is not fast yet: [dev.gradus.jvm.Promotion].
final class GradualFloatChains implements FloatChains {

    private final FloatChains scalar = new ScalarFloatChains();

    /// Holds the vector form, in a class of its own so that it is loaded when it is wanted.
    static final class Vector {
        static final FloatChains FORM = new VectorFloatChains();

        private Vector() {}
    }

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
        var form = ChainTwin.RUN.vectors((long) count * channels) ? Vector.FORM : scalar;
        form.run(a, places, count, shift, b, bStart, y, yStart, channels, accumulate);
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
        var links = 4L * count * channels;
        var form = ChainTwin.FOUR.vectors(links) ? Vector.FORM : scalar;
        form.four(a, places, count, shift, shifts, first, b, bStart, y, yStart, yStep, channels);
    }
}
