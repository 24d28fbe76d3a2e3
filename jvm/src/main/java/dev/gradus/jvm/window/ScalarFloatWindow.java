package dev.gradus.jvm.window;

/// Folds the places of a window one channel at a time.
final class ScalarFloatWindow implements FloatWindow {

    @Override
    public void maximum(
            float[] x, int start, int[] places, int from, int to, int channels, float[] y, int at) {
        maximum(x, start, places, from, to, 0, channels, y, at);
    }

    @Override
    public void indexOfMaximum(
            float[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int channels,
            long[] y,
            int at) {
        indexOfMaximum(x, start, first, places, from, to, 0, channels, y, at);
    }

    @Override
    public void sum(
            float[] x, int start, int[] places, int from, int to, int channels, float[] y, int at) {
        sum(x, start, places, from, to, 0, channels, y, at);
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
