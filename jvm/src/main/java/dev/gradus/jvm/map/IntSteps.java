package dev.gradus.jvm.map;

import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Unary;

/// Chooses the loop for each operation on `int32` tiles. A scalar operand is one element, read when
/// the step runs.
final class IntSteps {
    private IntSteps() {}

    static TileStep unary(Unary operation, int a, int out) {
        return switch (operation) {
            case NEGATE -> (t, n) -> IntLoops.negate(t.ints[a], t.at[a], t.ints[out], t.at[out], n);
            case EXP, LOG, SQRT, RECIPROCAL, SIN, TANH, SIGMOID, ERF, FLOOR, NOT ->
                    throw none(operation);
        };
    }

    static TileStep binary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            IntLoops.add(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            IntLoops.subtract(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            IntLoops.multiply(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            IntLoops.divide(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            IntLoops.max(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            IntLoops.min(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            IntLoops.power(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            IntLoops.modulo(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            IntLoops.less(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            IntLoops.equal(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b],
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
                            IntLoops.add(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            IntLoops.subtract(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            IntLoops.multiply(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            IntLoops.divide(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            IntLoops.max(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            IntLoops.min(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            IntLoops.power(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            IntLoops.modulo(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            IntLoops.less(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            IntLoops.equal(
                                    t.ints[a],
                                    t.at[a],
                                    t.ints[b][t.at[b]],
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
                            IntLoops.add(
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[a][t.at[a]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            IntLoops.subtract(
                                    t.ints[a][t.at[a]],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            IntLoops.multiply(
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[a][t.at[a]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            IntLoops.divide(
                                    t.ints[a][t.at[a]],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            IntLoops.max(
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[a][t.at[a]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            IntLoops.min(
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[a][t.at[a]],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            IntLoops.power(
                                    t.ints[a][t.at[a]],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            IntLoops.modulo(
                                    t.ints[a][t.at[a]],
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            IntLoops.less(
                                    t.ints[a][t.at[a]],
                                    t.ints[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            IntLoops.equal(
                                    t.ints[b],
                                    t.at[b],
                                    t.ints[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep select(int c, int a, boolean aScalar, int b, boolean bScalar, int out) {
        if (aScalar && bScalar) {
            return (t, n) ->
                    IntLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.ints[a][t.at[a]],
                            t.ints[b][t.at[b]],
                            t.ints[out],
                            t.at[out],
                            n);
        }
        if (aScalar) {
            return (t, n) ->
                    IntLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.ints[a][t.at[a]],
                            t.ints[b],
                            t.at[b],
                            t.ints[out],
                            t.at[out],
                            n);
        }
        if (bScalar) {
            return (t, n) ->
                    IntLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.ints[a],
                            t.at[a],
                            t.ints[b][t.at[b]],
                            t.ints[out],
                            t.at[out],
                            n);
        }
        return (t, n) ->
                IntLoops.select(
                        t.bytes[c],
                        t.at[c],
                        t.ints[a],
                        t.at[a],
                        t.ints[b],
                        t.at[b],
                        t.ints[out],
                        t.at[out],
                        n);
    }

    private static IllegalStateException none(Enum<?> operation) {
        return new IllegalStateException(operation + " is not defined on int32");
    }
}
