package dev.gradus.jvm.window;

/// Folds the places of a window in float64; the meaning is that of [FloatWindow].
final class DoubleWindow {

    private DoubleWindow() {}

    static void maximum(
            double[] x,
            int start,
            int[] places,
            int from,
            int to,
            int channels,
            double[] y,
            int at) {
        for (int j = 0; j < channels; j++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int q = from; q < to; q++) {
                largest = Math.max(largest, x[start + places[q] * channels + j]);
            }
            y[at + j] = largest;
        }
    }

    static void indexOfMaximum(
            double[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int channels,
            long[] y,
            int at) {
        for (int j = 0; j < channels; j++) {
            double largest = Double.NEGATIVE_INFINITY;
            int index = from < to ? places[from] : -1;
            for (int q = from; q < to; q++) {
                double value = x[start + places[q] * channels + j];
                if (value > largest || (Double.isNaN(value) && !Double.isNaN(largest))) {
                    largest = value;
                    index = places[q];
                }
            }
            y[at + j] = index < 0 ? -1 : first + (long) index * channels + j;
        }
    }

    static void addAtMaximum(
            double[] x,
            int start,
            int[] places,
            int from,
            int to,
            int channels,
            double[] up,
            int at,
            double[] y,
            int yStart) {
        for (int j = 0; from < to && j < channels; j++) {
            double largest = Double.NEGATIVE_INFINITY;
            int winner = places[from];
            for (int q = from; q < to; q++) {
                double value = x[start + places[q] * channels + j];
                if (value > largest || (Double.isNaN(value) && !Double.isNaN(largest))) {
                    largest = value;
                    winner = places[q];
                }
            }
            y[yStart + winner * channels + j] += up[at + j];
        }
    }

    static void sum(
            double[] x,
            int start,
            int[] places,
            int from,
            int to,
            int channels,
            double[] y,
            int at) {
        for (int j = 0; j < channels; j++) {
            double sum = 0.0;
            for (int q = from; q < to; q++) {
                sum += x[start + places[q] * channels + j];
            }
            y[at + j] = sum;
        }
    }
}
