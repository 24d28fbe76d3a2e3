package dev.gradus.studio.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A figure over the steps of a run.
final class Series {
    private static final int MOST = 1 << 21;

    private double[] steps = new double[64];
    private double[] values = new double[64];
    private int size;

    void add(double step, double value) {
        if (size == MOST) {
            return;
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        steps[size] = step;
        values[size++] = value;
    }

    /// Forgets what came after `step`.
    void rewind(double step) {
        while (size > 0 && steps[size - 1] > step) {
            size--;
        }
    }

    int size() {
        return size;
    }

    double step(int index) {
        return steps[index];
    }

    double value(int index) {
        return values[index];
    }

    double last() {
        return size == 0 ? Double.NaN : values[size - 1];
    }

    double lastStep() {
        return size == 0 ? 0 : steps[size - 1];
    }

    /// Returns the place of the first value that is no number, or -1.
    int firstLost() {
        for (var i = 0; i < size; i++) {
            if (!Double.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    /// Returns the places that show the same picture in about that many columns: of each the first, the
    /// smallest, the largest and the last, and the first value that is no number.
    List<Integer> thin(int columns) {
        var kept = new ArrayList<Integer>();
        if (size <= 4 * columns) {
            for (var i = 0; i < size; i++) {
                kept.add(i);
            }
            return kept;
        }
        for (var column = 0; column < columns; column++) {
            var from = (int) ((long) size * column / columns);
            var to = (int) ((long) size * (column + 1) / columns);
            thin(from, to, kept);
        }
        return kept;
    }

    private void thin(int from, int to, List<Integer> kept) {
        var low = from;
        var high = from;
        var lost = from;
        for (var i = from; i < to; i++) {
            low = values[i] < values[low] || !Double.isFinite(values[low]) ? i : low;
            high = values[i] > values[high] || !Double.isFinite(values[high]) ? i : high;
            lost = !Double.isFinite(values[i]) && Double.isFinite(values[lost]) ? i : lost;
        }
        java.util.stream.IntStream.of(from, low, high, lost, to - 1)
                .sorted()
                .distinct()
                .forEach(kept::add);
    }
}
