package dev.gradus.jvm.map;

import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Unary;

/// Chooses the loop for each operation on `float64` tiles. A scalar operand is one element, read
/// when the step runs.
final class DoubleSteps {
    private DoubleSteps() {}

    static TileStep unary(Unary operation, int a, int out) {
        return switch (operation) {
            case NEGATE ->
                    (t, n) ->
                            DoubleLoops.negate(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case EXP ->
                    (t, n) -> DoubleLoops.exp(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case LOG ->
                    (t, n) -> DoubleLoops.log(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case SQRT ->
                    (t, n) -> DoubleLoops.sqrt(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case RECIPROCAL ->
                    (t, n) ->
                            DoubleLoops.reciprocal(
                                    t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case SIN ->
                    (t, n) -> DoubleLoops.sin(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case TANH ->
                    (t, n) -> DoubleLoops.tanh(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case SIGMOID ->
                    (t, n) ->
                            DoubleLoops.sigmoid(
                                    t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case ERF ->
                    (t, n) -> DoubleLoops.erf(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case FLOOR ->
                    (t, n) ->
                            DoubleLoops.floor(t.doubles[a], t.at[a], t.doubles[out], t.at[out], n);
            case NOT -> throw none(operation);
        };
    }

    static TileStep binary(Binary operation, int a, int b, int out) {
        return switch (operation) {
            case ADD ->
                    (t, n) ->
                            DoubleLoops.add(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            DoubleLoops.subtract(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            DoubleLoops.multiply(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            DoubleLoops.divide(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            DoubleLoops.max(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            DoubleLoops.min(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            DoubleLoops.power(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            DoubleLoops.modulo(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            DoubleLoops.less(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            DoubleLoops.equal(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b],
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
                            DoubleLoops.add(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            DoubleLoops.subtract(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            DoubleLoops.multiply(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            DoubleLoops.divide(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            DoubleLoops.max(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            DoubleLoops.min(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            DoubleLoops.power(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            DoubleLoops.modulo(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            DoubleLoops.less(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            DoubleLoops.equal(
                                    t.doubles[a],
                                    t.at[a],
                                    t.doubles[b][t.at[b]],
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
                            DoubleLoops.add(
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[a][t.at[a]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case SUBTRACT ->
                    (t, n) ->
                            DoubleLoops.subtract(
                                    t.doubles[a][t.at[a]],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MULTIPLY ->
                    (t, n) ->
                            DoubleLoops.multiply(
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[a][t.at[a]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case DIVIDE ->
                    (t, n) ->
                            DoubleLoops.divide(
                                    t.doubles[a][t.at[a]],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MAX ->
                    (t, n) ->
                            DoubleLoops.max(
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[a][t.at[a]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MIN ->
                    (t, n) ->
                            DoubleLoops.min(
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[a][t.at[a]],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case POWER ->
                    (t, n) ->
                            DoubleLoops.power(
                                    t.doubles[a][t.at[a]],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case MODULO ->
                    (t, n) ->
                            DoubleLoops.modulo(
                                    t.doubles[a][t.at[a]],
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[out],
                                    t.at[out],
                                    n);
            case LESS ->
                    (t, n) ->
                            DoubleLoops.less(
                                    t.doubles[a][t.at[a]],
                                    t.doubles[b],
                                    t.at[b],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case EQUAL ->
                    (t, n) ->
                            DoubleLoops.equal(
                                    t.doubles[b],
                                    t.at[b],
                                    t.doubles[a][t.at[a]],
                                    t.bytes[out],
                                    t.at[out],
                                    n);
            case AND, OR -> throw none(operation);
        };
    }

    static TileStep select(int c, int a, boolean aScalar, int b, boolean bScalar, int out) {
        if (aScalar && bScalar) {
            return (t, n) ->
                    DoubleLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.doubles[a][t.at[a]],
                            t.doubles[b][t.at[b]],
                            t.doubles[out],
                            t.at[out],
                            n);
        }
        if (aScalar) {
            return (t, n) ->
                    DoubleLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.doubles[a][t.at[a]],
                            t.doubles[b],
                            t.at[b],
                            t.doubles[out],
                            t.at[out],
                            n);
        }
        if (bScalar) {
            return (t, n) ->
                    DoubleLoops.select(
                            t.bytes[c],
                            t.at[c],
                            t.doubles[a],
                            t.at[a],
                            t.doubles[b][t.at[b]],
                            t.doubles[out],
                            t.at[out],
                            n);
        }
        return (t, n) ->
                DoubleLoops.select(
                        t.bytes[c],
                        t.at[c],
                        t.doubles[a],
                        t.at[a],
                        t.doubles[b],
                        t.at[b],
                        t.doubles[out],
                        t.at[out],
                        n);
    }

    private static IllegalStateException none(Enum<?> operation) {
        return new IllegalStateException(operation + " is not defined on float64");
    }
}
