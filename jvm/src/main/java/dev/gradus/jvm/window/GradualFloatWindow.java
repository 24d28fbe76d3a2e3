package dev.gradus.jvm.window;

/// Folds windows in plain code until the vector code is fast.
///
/// What one form is while the other is not fast yet: [dev.gradus.jvm.Promotion].
final class GradualFloatWindow implements FloatWindow {

    private final FloatWindow scalar = new ScalarFloatWindow();

    /// Holds the vector form, in a class of its own so that it is loaded when it is wanted.
    static final class Vector {
        static final FloatWindow FORM = new VectorFloatWindow();

        private Vector() {}
    }

    @Override
    public void maximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] y,
            int at) {
        var form =
                WindowTwin.MAXIMUM.vectors((long) (to - from) * count * channels)
                        ? Vector.FORM
                        : scalar;
        form.maximum(x, start, places, from, to, step, count, channels, y, at);
    }

    @Override
    public void indexOfMaximum(
            float[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            long[] y,
            int at) {
        var form =
                WindowTwin.INDEX_OF_MAXIMUM.vectors(2L * (to - from) * count * channels)
                        ? Vector.FORM
                        : scalar;
        form.indexOfMaximum(x, start, first, places, from, to, step, count, channels, y, at);
    }

    @Override
    public void writeAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        var form =
                WindowTwin.WRITE_AT_MAXIMUM.vectors(3L * (to - from) * count * channels)
                        ? Vector.FORM
                        : scalar;
        form.writeAtMaximum(x, start, places, from, to, step, count, channels, up, at, y, yStart);
    }

    @Override
    public void addAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        var form =
                WindowTwin.ADD_AT_MAXIMUM.vectors(3L * (to - from) * count * channels)
                        ? Vector.FORM
                        : scalar;
        form.addAtMaximum(x, start, places, from, to, step, count, channels, up, at, y, yStart);
    }

    @Override
    public void sum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] y,
            int at) {
        var form =
                WindowTwin.SUM.vectors((long) (to - from) * count * channels)
                        ? Vector.FORM
                        : scalar;
        form.sum(x, start, places, from, to, step, count, channels, y, at);
    }
}
