package dev.gradus.jvm.reduce;

import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;

/// Reduces `int32` numbers: a row to one number, or many rows to one.
final class IntRows implements Rows {
    private final Reduce.Kind kind;
    private int result;
    private int largest;
    private long position;
    private long seen;

    IntRows(Reduce.Kind kind) {
        this.kind = kind;
    }

    @Override
    public void begin() {
        result = neutral();
        seen = 0;
    }

    @Override
    public void take(Object tile, int at, int n) {
        var values = (int[]) tile;
        switch (kind) {
            case SUM -> result = (result + IntReduce.sum(values, at, n));
            case PRODUCT -> result = (result * IntReduce.product(values, at, n));
            case MAX -> result = Math.max(result, IntReduce.max(values, at, n));
            case ARGMAX -> {
                var local = IntReduce.argmax(values, at, n);
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
            case SUM, PRODUCT, MAX -> ((int[]) out)[place] = result;
            case ARGMAX -> ((long[]) out)[place] = position;
        }
    }

    @Override
    public void clear(Object out, int place, int n) {
        Arrays.fill((int[]) out, place, place + n, neutral());
    }

    private int neutral() {
        return switch (kind) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAX, ARGMAX -> Integer.MIN_VALUE;
        };
    }

    @Override
    public void rows(Object tile, int at, int rows, int width, Object out, int place) {
        var values = (int[]) tile;
        var sums = (int[]) out;
        switch (kind) {
            case SUM -> IntReduce.addRows(values, at, width, rows, sums, place, width);
            case PRODUCT -> IntReduce.multiplyRows(values, at, width, rows, sums, place, width);
            case MAX -> IntReduce.maxRows(values, at, width, rows, sums, place, width);
            case ARGMAX -> throw new IllegalStateException("arg-max goes along rows");
        }
    }
}
