package dev.gradus.jvm.map;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;

/// Steps between the elements of a tile and its rows, which a tile holds whole: what softmax and
/// layer norm are made of happens in one pass over memory.
final class RowSteps {
    private RowSteps() {}

    /// Makes one number of each row of `length` elements.
    static TileStep reduce(Reduce.Kind kind, int a, int out, int length) {
        return switch (kind) {
            case SUM ->
                    (t, n) ->
                            FloatReduce.sumOfRows(
                                    t.floats[a],
                                    t.at[a],
                                    n / length,
                                    length,
                                    t.lanes,
                                    t.floats[out],
                                    t.at[out]);
            case MAX ->
                    (t, n) ->
                            FloatReduce.maxOfRows(
                                    t.floats[a],
                                    t.at[a],
                                    n / length,
                                    length,
                                    t.floats[out],
                                    t.at[out]);
            case PRODUCT, ARGMAX ->
                    throw new IllegalStateException(kind + " is no step between two others");
        };
    }

    /// Repeats the number of each row `length` times.
    static TileStep spread(DType type, int a, int out, int length) {
        return switch (type) {
            case FLOAT32 ->
                    (t, n) -> spread(t.floats[a], t.at[a], n, length, t.floats[out], t.at[out]);
            case FLOAT64 ->
                    (t, n) -> {
                        for (var i = 0; i < n; i += length) {
                            var at = t.at[out] + i;
                            Arrays.fill(
                                    t.doubles[out],
                                    at,
                                    at + length,
                                    t.doubles[a][t.at[a] + i / length]);
                        }
                    };
            case INT32 ->
                    (t, n) -> {
                        for (var i = 0; i < n; i += length) {
                            var at = t.at[out] + i;
                            Arrays.fill(
                                    t.ints[out], at, at + length, t.ints[a][t.at[a] + i / length]);
                        }
                    };
            case INT64 ->
                    (t, n) -> {
                        for (var i = 0; i < n; i += length) {
                            var at = t.at[out] + i;
                            Arrays.fill(
                                    t.longs[out],
                                    at,
                                    at + length,
                                    t.longs[a][t.at[a] + i / length]);
                        }
                    };
            case UINT8, BOOL ->
                    (t, n) -> {
                        for (var i = 0; i < n; i += length) {
                            var at = t.at[out] + i;
                            Arrays.fill(
                                    t.bytes[out],
                                    at,
                                    at + length,
                                    t.bytes[a][t.at[a] + i / length]);
                        }
                    };
        };
    }

    private static void spread(float[] a, int at, int n, int length, float[] out, int outAt) {
        for (var i = 0; i < n; i += length) {
            Arrays.fill(out, outAt + i, outAt + i + length, a[at + i / length]);
        }
    }
}
