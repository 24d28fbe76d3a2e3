package dev.gradus.jvm.map;

import static dev.gradus.jvm.Species.FLOAT;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.MAX;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// Runs functions of one number over whole vectors of float32.
///
/// Each method handles as many elements as fill vectors and returns how many those were; the rest,
/// fewer than one vector, is left to [FloatLoops]. One method per function, because the compiler
/// makes vector instructions only of a loop in which it sees the operation itself.
final class VectorUnary {

    private VectorUnary() {}

    static int negate(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.neg().intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int exp(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.exp(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int log(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.log(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int sqrt(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.sqrt().intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int reciprocal(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector.broadcast(FLOAT, 1f).div(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    /// Handles nothing if an element is too large for the reduction by multiples of π, or not a
    /// number.
    static int sin(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        if (!reducible(a, aOffset, bound)) {
            return 0;
        }
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.reducedSin(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int tanh(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.tanh(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int sigmoid(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.sigmoid(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int erf(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.erf(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int floor(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            VectorMath.floor(x).intoArray(out, outOffset + i);
        }
        return bound;
    }

    private static boolean reducible(float[] a, int aOffset, int bound) {
        // without their sign bit the bits of floats are in the order of their magnitudes, NaN above
        // all
        IntVector largest = IntVector.zero(Species.INT);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            largest = largest.lanewise(MAX, x.reinterpretAsInts().lanewise(AND, Integer.MAX_VALUE));
        }
        return largest.reduceLanes(MAX) <= Float.floatToRawIntBits(FloatMath.SIN_HIGH);
    }
}
