package dev.gradus.jvm.map;

import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Unary;

/// Chooses the loop for each operation on `float32` tiles. A scalar operand is one element, read
/// when the step runs.
final class FloatSteps {
    private FloatSteps() {}

    static TileStep unary(Unary operation, int a, int out) {
        return switch (operation) {
            case NEGATE ->
                    (t, n) -> FloatLoops.negate(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case EXP -> (t, n) -> FloatLoops.exp(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case LOG -> (t, n) -> FloatLoops.log(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case SQRT ->
                    (t, n) -> FloatLoops.sqrt(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case RECIPROCAL ->
                    (t, n) ->
                            FloatLoops.reciprocal(
                                    t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case SIN -> (t, n) -> FloatLoops.sin(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case TANH ->
                    (t, n) -> FloatLoops.tanh(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case SIGMOID ->
                    (t, n) -> FloatLoops.sigmoid(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case ERF -> (t, n) -> FloatLoops.erf(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case FLOOR ->
                    (t, n) -> FloatLoops.floor(t.floats[a], t.at[a], t.floats[out], t.at[out], n);
            case NOT -> throw none(operation);
        };
    }

    static TileStep binary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            FloatLoops.add(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            FloatLoops.subtract(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            FloatLoops.multiply(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            FloatLoops.divide(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            FloatLoops.max(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            FloatLoops.min(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            FloatLoops.power(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            FloatLoops.modulo(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            FloatLoops.less(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            FloatLoops.equal(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b],
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
                            FloatLoops.add(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            FloatLoops.subtract(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            FloatLoops.multiply(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            FloatLoops.divide(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            FloatLoops.max(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            FloatLoops.min(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            FloatLoops.power(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            FloatLoops.modulo(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            FloatLoops.less(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            FloatLoops.equal(
                                    t.floats[a],
                                    t.at[a],
                                    t.floats[b][t.at[b]],
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
                            FloatLoops.add(
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[a][t.at[a]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            FloatLoops.subtract(
                                    t.floats[a][t.at[a]],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            FloatLoops.multiply(
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[a][t.at[a]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            FloatLoops.divide(
                                    t.floats[a][t.at[a]],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            FloatLoops.max(
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[a][t.at[a]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            FloatLoops.min(
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[a][t.at[a]],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            FloatLoops.power(
                                    t.floats[a][t.at[a]],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            FloatLoops.modulo(
                                    t.floats[a][t.at[a]],
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            FloatLoops.less(
                                    t.floats[a][t.at[a]],
                                    t.floats[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            FloatLoops.equal(
                                    t.floats[b],
                                    t.at[b],
                                    t.floats[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep select(int c, int a, boolean aScalar, int b, boolean bScalar, int out) {
        if (aScalar && bScalar) {
            return (t, n) ->
                    FloatLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.floats[a][t.at[a]],
                            t.floats[b][t.at[b]],
                            t.floats[out],
                            t.at[out],
                            n);
        }
        if (aScalar) {
            return (t, n) ->
                    FloatLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.floats[a][t.at[a]],
                            t.floats[b],
                            t.at[b],
                            t.floats[out],
                            t.at[out],
                            n);
        }
        if (bScalar) {
            return (t, n) ->
                    FloatLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.floats[a],
                            t.at[a],
                            t.floats[b][t.at[b]],
                            t.floats[out],
                            t.at[out],
                            n);
        }
        return (t, n) ->
                FloatLoops.select(
                        t.bytes[c],
                        t.at[c],
                        t.floats[a],
                        t.at[a],
                        t.floats[b],
                        t.at[b],
                        t.floats[out],
                        t.at[out],
                        n);
    }

    private static IllegalStateException none(Enum<?> operation) {
        return new IllegalStateException(operation + " is not defined on float32");
    }
}
