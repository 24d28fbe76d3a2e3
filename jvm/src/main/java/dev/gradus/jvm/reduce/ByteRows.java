package dev.gradus.jvm.reduce;

import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;

/// Reduces `uint8` numbers: a row to one number, or many rows to one.
final class ByteRows implements Rows {
    private final Reduce.Kind kind;
    private byte result;
    private byte largest;
    private long position;
    private long seen;

    ByteRows(Reduce.Kind kind) {
        this.kind = kind;
    }

    @Override
    public void begin() {
        result = neutral();
        seen = 0;
    }

    @Override
    public void take(Object tile, int at, int n) {
        var values = (byte[]) tile;
        switch (kind) {
            case SUM -> result = (byte) (result + ByteReduce.sum(values, at, n));
            case PRODUCT -> result = (byte) (result * ByteReduce.product(values, at, n));
            case MAX ->
                    result = (byte) Math.max(result & 0xFF, ByteReduce.max(values, at, n) & 0xFF);
            case ARGMAX -> {
                var local = ByteReduce.argmax(values, at, n);
                var value = values[at + local];
                if (seen == 0 || (value & 0xFF) > (largest & 0xFF)) {
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
            case SUM, PRODUCT, MAX -> ((byte[]) out)[place] = result;
            case ARGMAX -> ((long[]) out)[place] = position;
        }
    }

    @Override
    public void clear(Object out, int place, int n) {
        Arrays.fill((byte[]) out, place, place + n, neutral());
    }

    private byte neutral() {
        return switch (kind) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAX, ARGMAX -> 0;
        };
    }

    @Override
    public void rows(Object tile, int at, int rows, int width, Object out, int place) {
        var values = (byte[]) tile;
        var sums = (byte[]) out;
        switch (kind) {
            case SUM -> ByteReduce.addRows(values, at, width, rows, sums, place, width);
            case PRODUCT -> ByteReduce.multiplyRows(values, at, width, rows, sums, place, width);
            case MAX -> ByteReduce.maxRows(values, at, width, rows, sums, place, width);
            case ARGMAX -> throw new IllegalStateException("arg-max goes along rows");
        }
    }
}
