package dev.gradus.jvm.matmul;

/// Copies a matrix so that its rows become columns.
public final class FloatTransposition {

    /// Rows read side by side: few enough for each to keep its cache line.
    private static final int STREAMS = 4;

    private FloatTransposition() {}

    /// Copies element `[r, s]` of `rows × length` at `from[start + r * rowStride + s * step]` to
    /// `to[place + s * width + r]`.
    public static void transpose(
            float[] from,
            int start,
            int rowStride,
            int step,
            float[] to,
            int place,
            int width,
            int rows,
            int length) {
        int r = 0;
        for (; r + STREAMS <= rows; r += STREAMS) {
            int first = start + r * rowStride;
            if (step == 1) {
                four(from, first, rowStride, to, place + r, width, length);
            } else {
                for (int q = 0; q < STREAMS; q++) {
                    one(from, first + q * rowStride, step, to, place + r + q, width, length);
                }
            }
        }
        for (; r < rows; r++) {
            one(from, start + r * rowStride, step, to, place + r, width, length);
        }
    }

    private static void four(
            float[] from, int start, int rowStride, float[] to, int place, int width, int length) {
        int from1 = start + rowStride;
        int from2 = from1 + rowStride;
        int from3 = from2 + rowStride;
        int t = place;
        for (int s = 0; s < length; s++) {
            to[t] = from[start + s];
            to[t + 1] = from[from1 + s];
            to[t + 2] = from[from2 + s];
            to[t + 3] = from[from3 + s];
            t += width;
        }
    }

    private static void one(
            float[] from, int start, int step, float[] to, int place, int width, int length) {
        int f = start;
        int t = place;
        for (int s = 0; s < length; s++) {
            to[t] = from[f];
            f += step;
            t += width;
        }
    }
}
