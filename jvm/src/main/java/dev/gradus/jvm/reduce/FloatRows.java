package dev.gradus.jvm.reduce;

import dev.gradus.jvm.map.FloatReduce;
import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;

/// Reduces `float32` numbers: a row to one number, or many rows to one.
final class FloatRows implements Rows {
    private final Reduce.Kind kind;
    private final float[] lanes = new float[FloatReduce.LANES];
    private float largest;
    private long position;
    private long seen;

    FloatRows(Reduce.Kind kind) {
        this.kind = kind;
    }

    @Override
    public void begin() {
        Arrays.fill(lanes, kind == Reduce.Kind.PRODUCT ? 1 : 0);
        largest = Float.NEGATIVE_INFINITY;
        position = 0;
        seen = 0;
    }

    @Override
    public void take(Object tile, int at, int n) {
        var values = (float[]) tile;
        switch (kind) {
            case SUM -> FloatReduce.accumulate(values, at, n, lanes);
            case PRODUCT -> FloatReduce.accumulateProduct(values, at, n, lanes);
            case MAX -> largest = Math.max(largest, FloatReduce.max(values, at, n));
            case ARGMAX -> {
                var local = FloatReduce.argmax(values, at, n);
                var value = values[at + local];
                if (seen == 0 || value > largest || Float.isNaN(value) && !Float.isNaN(largest)) {
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
            case SUM -> ((float[]) out)[place] = FloatReduce.fold(lanes);
            case PRODUCT -> ((float[]) out)[place] = FloatReduce.foldProduct(lanes);
            case MAX -> ((float[]) out)[place] = largest;
            case ARGMAX -> ((long[]) out)[place] = position;
        }
    }

    @Override
    public void clear(Object out, int place, int n) {
        Arrays.fill((float[]) out, place, place + n, neutral());
    }

    private float neutral() {
        return switch (kind) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAX, ARGMAX -> Float.NEGATIVE_INFINITY;
        };
    }

    @Override
    public void rows(Object tile, int at, int rows, int width, Object out, int place) {
        var values = (float[]) tile;
        var sums = (float[]) out;
        switch (kind) {
            case SUM -> FloatReduce.addRows(values, at, width, rows, sums, place, width);
            case PRODUCT -> FloatReduce.multiplyRows(values, at, width, rows, sums, place, width);
            case MAX -> FloatReduce.maxRows(values, at, width, rows, sums, place, width);
            case ARGMAX -> throw new IllegalStateException("arg-max goes along rows");
        }
    }
}
