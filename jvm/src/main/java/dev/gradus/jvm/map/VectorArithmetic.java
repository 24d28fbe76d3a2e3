package dev.gradus.jvm.map;

import static dev.gradus.jvm.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/// Runs arithmetic on two numbers over whole vectors of float32.
///
/// Each method handles as many elements as fill vectors and returns how many those were; the rest,
/// fewer than one vector, is left to [FloatLoops]. Plain loops would do if all arrays were read at
/// the same index; with an offset for each, the compiler cannot rule out that they overlap.
final class VectorArithmetic {

    private VectorArithmetic() {}

    static int add(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.add(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int add(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.add(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int subtract(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.sub(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int subtract(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.sub(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int subtract(float a, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector x = FloatVector.broadcast(FLOAT, a);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.sub(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int multiply(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.mul(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int multiply(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.mul(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int divide(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.div(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int divide(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.div(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int divide(float a, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector x = FloatVector.broadcast(FLOAT, a);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.div(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int max(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.max(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int max(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.max(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int min(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i);
            x.min(y).intoArray(out, outOffset + i);
        }
        return bound;
    }

    static int min(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i);
            x.min(y).intoArray(out, outOffset + i);
        }
        return bound;
    }
}
