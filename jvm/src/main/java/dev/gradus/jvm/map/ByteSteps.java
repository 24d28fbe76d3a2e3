package dev.gradus.jvm.map;

import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Unary;

/// Chooses the loop for each operation on `uint8` tiles. A scalar operand is one element, read when
/// the step runs.
final class ByteSteps {
    private ByteSteps() {}

    static TileStep unary(Unary operation, int a, int out) {
        return switch (operation) {
            case NEGATE ->
                    (t, n) -> ByteLoops.negate(t.bytes[a], t.at[a], t.bytes[out], t.at[out], n);
            case EXP, LOG, SQRT, RECIPROCAL, SIN, TANH, SIGMOID, ERF, FLOOR, NOT ->
                    throw none(operation);
        };
    }

    static TileStep binary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            ByteLoops.add(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            ByteLoops.subtract(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            ByteLoops.multiply(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            ByteLoops.divide(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            ByteLoops.max(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            ByteLoops.min(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            ByteLoops.power(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            ByteLoops.modulo(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            ByteLoops.less(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            ByteLoops.equal(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b],
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
                            ByteLoops.add(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            ByteLoops.subtract(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            ByteLoops.multiply(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            ByteLoops.divide(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            ByteLoops.max(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            ByteLoops.min(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            ByteLoops.power(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            ByteLoops.modulo(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            ByteLoops.less(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            ByteLoops.equal(
                                    t.bytes[a],
                                    t.at[a],
                                    t.bytes[b][t.at[b]],
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
                            ByteLoops.add(
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            ByteLoops.subtract(
                                    t.bytes[a][t.at[a]],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            ByteLoops.multiply(
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            ByteLoops.divide(
                                    t.bytes[a][t.at[a]],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            ByteLoops.max(
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            ByteLoops.min(
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            ByteLoops.power(
                                    t.bytes[a][t.at[a]],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            ByteLoops.modulo(
                                    t.bytes[a][t.at[a]],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            ByteLoops.less(
                                    t.bytes[a][t.at[a]],
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            ByteLoops.equal(
                                    t.bytes[b],
                                    t.at[b],
                                    t.bytes[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep select(int c, int a, boolean aScalar, int b, boolean bScalar, int out) {
        if (aScalar && bScalar) {
            return (t, n) ->
                    ByteLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.bytes[a][t.at[a]],
                            t.bytes[b][t.at[b]],
                            t.bytes[out],
                            t.at[out],
                            n);
        }
        if (aScalar) {
            return (t, n) ->
                    ByteLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.bytes[a][t.at[a]],
                            t.bytes[b],
                            t.at[b],
                            t.bytes[out],
                            t.at[out],
                            n);
        }
        if (bScalar) {
            return (t, n) ->
                    ByteLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.bytes[a],
                            t.at[a],
                            t.bytes[b][t.at[b]],
                            t.bytes[out],
                            t.at[out],
                            n);
        }
        return (t, n) ->
                ByteLoops.select(
                        t.bytes[c],
                        t.at[c],
                        t.bytes[a],
                        t.at[a],
                        t.bytes[b],
                        t.at[b],
                        t.bytes[out],
                        t.at[out],
                        n);
    }

    private static IllegalStateException none(Enum<?> operation) {
        return new IllegalStateException(operation + " is not defined on uint8");
    }
}
