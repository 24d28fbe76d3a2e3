package dev.gradus.jvm.map;

import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Unary;

/// Chooses the loop for each operation on `int64` tiles. A scalar operand is one element, read when
/// the step runs.
final class LongSteps {
    private LongSteps() {}

    static TileStep unary(Unary operation, int a, int out) {
        return switch (operation) {
            case NEGATE ->
                    (t, n) -> LongLoops.negate(t.longs[a], t.at[a], t.longs[out], t.at[out], n);
            case EXP, LOG, SQRT, RECIPROCAL, SIN, TANH, SIGMOID, ERF, FLOOR, NOT ->
                    throw none(operation);
        };
    }

    static TileStep binary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            LongLoops.add(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            LongLoops.subtract(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            LongLoops.multiply(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            LongLoops.divide(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            LongLoops.max(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            LongLoops.min(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            LongLoops.power(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            LongLoops.modulo(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            LongLoops.less(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            LongLoops.equal(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep binaryWithScalar(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            LongLoops.add(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            LongLoops.subtract(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            LongLoops.multiply(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            LongLoops.divide(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            LongLoops.max(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            LongLoops.min(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            LongLoops.power(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            LongLoops.modulo(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            LongLoops.less(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            LongLoops.equal(
                                    t.longs[a],
                                    t.at[a],
                                    t.longs[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep scalarWithBinary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            LongLoops.add(
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[a][t.at[a]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            LongLoops.subtract(
                                    t.longs[a][t.at[a]],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            LongLoops.multiply(
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[a][t.at[a]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            LongLoops.divide(
                                    t.longs[a][t.at[a]],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            LongLoops.max(
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[a][t.at[a]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            LongLoops.min(
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[a][t.at[a]],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            LongLoops.power(
                                    t.longs[a][t.at[a]],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            LongLoops.modulo(
                                    t.longs[a][t.at[a]],
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            LongLoops.less(
                                    t.longs[a][t.at[a]],
                                    t.longs[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            LongLoops.equal(
                                    t.longs[b],
                                    t.at[b],
                                    t.longs[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep select(int c, int a, boolean aScalar, int b, boolean bScalar, int out) {
        if (aScalar && bScalar) {
            return (t, n) ->
                    LongLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.longs[a][t.at[a]],
                            t.longs[b][t.at[b]],
                            t.longs[out],
                            t.at[out],
                            n);
        }
        if (aScalar) {
            return (t, n) ->
                    LongLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.longs[a][t.at[a]],
                            t.longs[b],
                            t.at[b],
                            t.longs[out],
                            t.at[out],
                            n);
        }
        if (bScalar) {
            return (t, n) ->
                    LongLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.longs[a],
                            t.at[a],
                            t.longs[b][t.at[b]],
                            t.longs[out],
                            t.at[out],
                            n);
        }
        return (t, n) ->
                LongLoops.select(
                        t.bytes[c],
                        t.at[c],
                        t.longs[a],
                        t.at[a],
                        t.longs[b],
                        t.at[b],
                        t.longs[out],
                        t.at[out],
                        n);
    }

    private static IllegalStateException none(Enum<?> operation) {
        return new IllegalStateException(operation + " is not defined on int64");
    }
}
