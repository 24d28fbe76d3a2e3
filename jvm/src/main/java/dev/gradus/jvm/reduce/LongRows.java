package dev.gradus.jvm.reduce;

import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;

/// Reduces `int64` numbers: a row to one number, or many rows to one.
final class LongRows implements Rows {
    private final Reduce.Kind kind;
    private long result;
    private long largest;
    private long position;
    private long seen;

    LongRows(Reduce.Kind kind) {
        this.kind = kind;
    }

    @Override
    public void begin() {
        result = neutral();
        seen = 0;
    }

    @Override
    public void take(Object tile, int at, int n) {
        var values = (long[]) tile;
        switch (kind) {
            case SUM -> result = (result + LongReduce.sum(values, at, n));
            case PRODUCT -> result = (result * LongReduce.product(values, at, n));
            case MAX -> result = Math.max(result, LongReduce.max(values, at, n));
            case ARGMAX -> {
                var local = LongReduce.argmax(values, at, n);
                var value = values[at + local];
                if (seen == 0 || value > largest) {
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
            case SUM, PRODUCT, MAX -> ((long[]) out)[place] = result;
            case ARGMAX -> ((long[]) out)[place] = position;
        }
    }

    @Override
    public void clear(Object out, int place, int n) {
        Arrays.fill((long[]) out, place, place + n, neutral());
    }

    private long neutral() {
        return switch (kind) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAX, ARGMAX -> Long.MIN_VALUE;
        };
    }

    @Override
    public void rows(Object tile, int at, int rows, int width, Object out, int place) {
        var values = (long[]) tile;
        var sums = (long[]) out;
        switch (kind) {
            case SUM -> LongReduce.addRows(values, at, width, rows, sums, place, width);
            case PRODUCT -> LongReduce.multiplyRows(values, at, width, rows, sums, place, width);
            case MAX -> LongReduce.maxRows(values, at, width, rows, sums, place, width);
            case ARGMAX -> throw new IllegalStateException("arg-max goes along rows");
        }
    }
}
