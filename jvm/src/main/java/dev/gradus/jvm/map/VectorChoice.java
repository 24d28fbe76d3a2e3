package dev.gradus.jvm.map;

import static dev.gradus.jvm.Species.FLOAT;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.gradus.jvm.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Runs comparisons of float32 numbers, and choices between them, over whole groups of 16.
///
/// True and false are bytes in memory and single bits in a mask; [Truth] moves between the two.
/// Each method returns how many elements it handled; the rest, fewer than 16, is left to
/// [FloatLoops].
final class VectorChoice {

    private static final int GROUP = Lanes.LOGICAL;

    private VectorChoice() {}

    static int less(
            float[] a, int aOffset, float[] b, int bOffset, byte[] out, int outOffset, int n) {
        int bound = n & -GROUP;
        for (int i = 0; i < bound; i += GROUP) {
            long bits = 0;
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i + lane);
                FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i + lane);
                bits |= x.compare(LT, y).toLong() << lane;
            }
            Truth.store(bits, out, outOffset + i);
        }
        return bound;
    }

    static int less(float[] a, int aOffset, float b, byte[] out, int outOffset, int n) {
        int bound = n & -GROUP;
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += GROUP) {
            long bits = 0;
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i + lane);
                bits |= x.compare(LT, y).toLong() << lane;
            }
            Truth.store(bits, out, outOffset + i);
        }
        return bound;
    }

    static int less(float a, float[] b, int bOffset, byte[] out, int outOffset, int n) {
        int bound = n & -GROUP;
        FloatVector x = FloatVector.broadcast(FLOAT, a);
        for (int i = 0; i < bound; i += GROUP) {
            long bits = 0;
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i + lane);
                bits |= x.compare(LT, y).toLong() << lane;
            }
            Truth.store(bits, out, outOffset + i);
        }
        return bound;
    }

    static int equal(
            float[] a, int aOffset, float[] b, int bOffset, byte[] out, int outOffset, int n) {
        int bound = n & -GROUP;
        for (int i = 0; i < bound; i += GROUP) {
            long bits = 0;
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i + lane);
                FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i + lane);
                bits |= x.compare(EQ, y).toLong() << lane;
            }
            Truth.store(bits, out, outOffset + i);
        }
        return bound;
    }

    static int equal(float[] a, int aOffset, float b, byte[] out, int outOffset, int n) {
        int bound = n & -GROUP;
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += GROUP) {
            long bits = 0;
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i + lane);
                bits |= x.compare(EQ, y).toLong() << lane;
            }
            Truth.store(bits, out, outOffset + i);
        }
        return bound;
    }

    static int select(
            byte[] condition,
            int conditionOffset,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] out,
            int outOffset,
            int n) {
        int bound = n & -GROUP;
        for (int i = 0; i < bound; i += GROUP) {
            long bits = Truth.load(condition, conditionOffset + i);
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i + lane);
                FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i + lane);
                y.blend(x, VectorMask.fromLong(FLOAT, bits >>> lane))
                        .intoArray(out, outOffset + i + lane);
            }
        }
        return bound;
    }

    static int select(
            byte[] condition,
            int conditionOffset,
            float[] a,
            int aOffset,
            float b,
            float[] out,
            int outOffset,
            int n) {
        int bound = n & -GROUP;
        FloatVector y = FloatVector.broadcast(FLOAT, b);
        for (int i = 0; i < bound; i += GROUP) {
            long bits = Truth.load(condition, conditionOffset + i);
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector x = FloatVector.fromArray(FLOAT, a, aOffset + i + lane);
                y.blend(x, VectorMask.fromLong(FLOAT, bits >>> lane))
                        .intoArray(out, outOffset + i + lane);
            }
        }
        return bound;
    }

    static int select(
            byte[] condition,
            int conditionOffset,
            float a,
            float[] b,
            int bOffset,
            float[] out,
            int outOffset,
            int n) {
        int bound = n & -GROUP;
        FloatVector x = FloatVector.broadcast(FLOAT, a);
        for (int i = 0; i < bound; i += GROUP) {
            long bits = Truth.load(condition, conditionOffset + i);
            for (int lane = 0; lane < GROUP; lane += FLOAT.length()) {
                FloatVector y = FloatVector.fromArray(FLOAT, b, bOffset + i + lane);
                y.blend(x, VectorMask.fromLong(FLOAT, bits >>> lane))
                        .intoArray(out, outOffset + i + lane);
            }
        }
        return bound;
    }
}
