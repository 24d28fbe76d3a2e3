package dev.gradus.jvm.reduce;

import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;

/// Reduces `float64` numbers: a row to one number, or many rows to one.
final class DoubleRows implements Rows {
    private final Reduce.Kind kind;
    private final double[] lanes = new double[DoubleReduce.LANES];
    private double largest;
    private long position;
    private long seen;

    DoubleRows(Reduce.Kind kind) {
        this.kind = kind;
    }

    @Override
    public void begin() {
        Arrays.fill(lanes, kind == Reduce.Kind.PRODUCT ? 1 : 0);
        largest = Double.NEGATIVE_INFINITY;
        position = 0;
        seen = 0;
    }

    @Override
    public void take(Object tile, int at, int n) {
        var values = (double[]) tile;
        switch (kind) {
            case SUM -> DoubleReduce.accumulate(values, at, n, lanes);
            case PRODUCT -> DoubleReduce.accumulateProduct(values, at, n, lanes);
            case MAX -> largest = Math.max(largest, DoubleReduce.max(values, at, n));
            case ARGMAX -> {
                var local = DoubleReduce.argmax(values, at, n);
                var value = values[at + local];
                if (seen == 0 || value > largest || Double.isNaN(value) && !Double.isNaN(largest)) {
                    largest = value;
                    position = seen + local;
                }
                seen += n;
            }
        }
    }

    @Override
    public void finish(Object out, int place) {
        switch (kind) {
            case SUM -> ((double[]) out)[place] = DoubleReduce.fold(lanes);
            case PRODUCT -> ((double[]) out)[place] = DoubleReduce.foldProduct(lanes);
            case MAX -> ((double[]) out)[place] = largest;
            case ARGMAX -> ((long[]) out)[place] = position;
        }
    }

    @Override
    public void clear(Object out, int place, int n) {
        Arrays.fill((double[]) out, place, place + n, neutral());
    }

    private double neutral() {
        return switch (kind) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAX, ARGMAX -> Double.NEGATIVE_INFINITY;
        };
    }

    @Override
    public void rows(Object tile, int at, int rows, int width, Object out, int place) {
        var values = (double[]) tile;
        var sums = (double[]) out;
        switch (kind) {
            case SUM -> DoubleReduce.addRows(values, at, width, rows, sums, place, width);
            case PRODUCT -> DoubleReduce.multiplyRows(values, at, width, rows, sums, place, width);
            case MAX -> DoubleReduce.maxRows(values, at, width, rows, sums, place, width);
            case ARGMAX -> throw new IllegalStateException("arg-max goes along rows");
        }
    }
}
