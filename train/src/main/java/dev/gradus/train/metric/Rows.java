package dev.gradus.train.metric;

import java.util.Arrays;

/// Rows of numbers, kept one after the other: what a metric needs that cannot be summed up. Eight bytes
/// a number.
final class Rows implements State {
    private double[] numbers = new double[0];
    private int width;
    private int used;

    /// Appends the rows of a batch, which are as wide as those before.
    void append(int width, double[] rows) {
        if (rows.length == 0) {
            return;
        }
        if (this.width == 0) {
            this.width = width;
        }
        if (this.width != width) {
            throw new IllegalArgumentException(
                    "rows of %d numbers came after rows of %d: give outputs and targets of the same sizes in every batch"
                            .formatted(width, this.width));
        }
        if (used + rows.length > numbers.length) {
            // half as much again: twice would cost a second copy of everything near the end
            var enough = Math.addExact(used, rows.length);
            numbers = Arrays.copyOf(numbers, Math.max(enough, used + used / 2));
        }
        System.arraycopy(rows, 0, numbers, used, rows.length);
        used += rows.length;
    }

    int size() {
        return width == 0 ? 0 : used / width;
    }

    int width() {
        return width;
    }

    double get(int row, int column) {
        return numbers[row * width + column];
    }

    double[] column(int column) {
        var values = new double[size()];
        for (var row = 0; row < values.length; row++) {
            values[row] = get(row, column);
        }
        return values;
    }

    /// Returns the width, then the rows.
    @Override
    public double[] numbers() {
        var all = new double[used + 1];
        all[0] = width;
        System.arraycopy(numbers, 0, all, 1, used);
        return all;
    }

    @Override
    public void take(double[] numbers) {
        var wide = numbers.length == 0 ? -1 : numbers[0];
        if (wide < 0 || numbers.length > 1 && (wide == 0 || (numbers.length - 1) % wide != 0)) {
            throw new IllegalArgumentException(
                    "a state of %d numbers came: it begins with the width of a row and has whole rows"
                            .formatted(numbers.length));
        }
        append((int) wide, Arrays.copyOfRange(numbers, 1, numbers.length));
    }
}
