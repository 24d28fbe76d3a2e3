package dev.gradus.train.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Counts that grow in number with the classes seen. Whole counts are exact up to 2^53; weights are
/// summed as they come.
final class Counts implements State {
    private final IntPredicate sizes;
    private double[] cells = new double[0];

    /// @param sizes how many counts there may be
    Counts(IntPredicate sizes) {
        this.sizes = sizes;
    }

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
        if (numbers.length > 0 && !sizes.test(numbers.length)
                || !Arrays.stream(numbers).allMatch(count -> count >= 0)) {
            throw new IllegalArgumentException(
                    "a state of %d numbers came, which are no counts of classes: give what state() of a score of the same metric returned"
                            .formatted(numbers.length));
        }
        reach(numbers.length);
        for (var i = 0; i < numbers.length; i++) {
            cells[i] += numbers[i];
        }
    }
}
