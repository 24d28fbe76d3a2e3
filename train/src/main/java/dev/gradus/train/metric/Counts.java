package dev.gradus.train.metric;

import java.util.Arrays;

/// Counts that grow in number with the classes seen. Whole counts are exact up to 2^53; weights are
/// summed as they come.
final class Counts implements State {
    private double[] cells = new double[0];

    /// Makes room for `size` counts at least.
    void reach(int size) {
        if (size > cells.length) {
            cells = Arrays.copyOf(cells, size);
        }
    }

    void add(int cell, double weight) {
        cells[cell] += weight;
    }

    double get(int cell) {
        return cells[cell];
    }

    int size() {
        return cells.length;
    }

    @Override
    public double[] numbers() {
        return cells.clone();
    }

    @Override
    public void take(double[] numbers) {
        reach(numbers.length);
        for (var i = 0; i < numbers.length; i++) {
            cells[i] += numbers[i];
        }
    }
}
