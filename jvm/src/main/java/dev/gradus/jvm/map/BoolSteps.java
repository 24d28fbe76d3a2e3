package dev.gradus.jvm.map;

import dev.gradus.tensor.op.Binary;

/// Chooses the loop for each operation on `bool` tiles.
final class BoolSteps {
    private BoolSteps() {}

    static TileStep not(int a, int out) {
        return (t, n) -> BoolLoops.not(t.bytes[a], t.at[a], t.bytes[out], t.at[out], n);
    }

    static TileStep binary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case AND ->
                    (t, n) ->
                            BoolLoops.and(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case OR ->
                    (t, n) ->
                            BoolLoops.or(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            BoolLoops.equal(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            BoolLoops.less(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MAX, MIN, POWER, MODULO ->
                    throw new IllegalStateException(operation + " is not defined on bool");
        };
    }
}
