package dev.gradus.jvm.window;

/// Folds the places of a window one channel at a time.
final class ScalarFloatWindow implements FloatWindow {

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
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            maximum(x, start + move, places, from, to, 0, channels, y, at + k * channels);
        }
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
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            indexOfMaximum(
                    x,
                    start + move,
                    first + move,
                    places,
                    from,
                    to,
                    0,
                    channels,
                    y,
                    at + k * channels);
        }
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
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            writeAtMaximum(
                    x,
                    start + move,
                    places,
                    from,
                    to,
                    0,
                    channels,
                    up,
                    at + k * channels,
                    y,
                    yStart + move);
        }
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
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            addAtMaximum(
                    x,
                    start + move,
                    places,
                    from,
                    to,
                    0,
                    channels,
                    up,
                    at + k * channels,
                    y,
                    yStart + move);
        }
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
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            sum(x, start + move, places, from, to, 0, channels, y, at + k * channels);
        }
    }

    static void maximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] y,
            int at) {
        for (int j = firstChannel; j < channels; j++) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int q = from; q < to; q++) {
                largest = Math.max(largest, x[start + places[q] * channels + j]);
            }
            y[at + j] = largest;
        }
    }

    static void indexOfMaximum(
            float[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            long[] y,
            int at) {
        for (int j = firstChannel; j < channels; j++) {
            float largest = Float.NEGATIVE_INFINITY;
            int index = from < to ? places[from] : -1;
            for (int q = from; q < to; q++) {
                float value = x[start + places[q] * channels + j];
                if (value > largest || (Float.isNaN(value) && !Float.isNaN(largest))) {
                    largest = value;
                    index = places[q];
                }
            }
            y[at + j] = index < 0 ? -1 : first + (long) index * channels + j;
        }
    }

    static void writeAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        for (int j = firstChannel; j < channels; j++) {
            int winner = winner(x, start + j, places, from, to, channels);
            for (int q = from; q < to; q++) {
                y[yStart + places[q] * channels + j] = q == winner ? up[at + j] : 0f;
            }
        }
    }

    static void addAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        for (int j = firstChannel; from < to && j < channels; j++) {
            int winner = winner(x, start + j, places, from, to, channels);
            y[yStart + places[winner] * channels + j] += up[at + j];
        }
    }

    /// Finds where in the list the first largest value or the first NaN stands.
    private static int winner(float[] x, int start, int[] places, int from, int to, int channels) {
        float largest = Float.NEGATIVE_INFINITY;
        int winner = from;
        for (int q = from; q < to; q++) {
            float value = x[start + places[q] * channels];
            if (value > largest || (Float.isNaN(value) && !Float.isNaN(largest))) {
                largest = value;
                winner = q;
            }
        }
        return winner;
    }

    static void sum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] y,
            int at) {
        for (int j = firstChannel; j < channels; j++) {
            float sum = 0f;
            for (int q = from; q < to; q++) {
                sum += x[start + places[q] * channels + j];
            }
            y[at + j] = sum;
        }
    }
}
