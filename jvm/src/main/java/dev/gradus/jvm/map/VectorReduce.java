package dev.gradus.jvm.map;

import static dev.gradus.jvm.Species.FLOAT;

import dev.gradus.jvm.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Takes whole groups of 16 elements into the lanes of a sum, a product, a maximum or a minimum.
///
/// The lanes of one group fill one vector of 512 bits, two of 256 or four of 128. The Vector API's
/// own `reduceLanes` is never asked for sums: its compiled form adds in another order than its
/// interpreted one.
final class VectorReduce {

    private static final int LANES = Lanes.LOGICAL;

    private VectorReduce() {}

    static void sum(float[] a, int offset, int whole, float[] lanes) {
        // one pass, with as many vectors at work as a group fills: one add need not wait for the
        // other
        switch (Lanes.BITS) {
            case 128 -> sumOfFour(a, offset, whole, lanes);
            case 256 -> sumOfTwo(a, offset, whole, lanes);
            default -> sumOfOne(a, offset, whole, lanes);
        }
    }

    /// Adds rows to each other, a vector of columns at a time, whose sums stay in a register: the
    /// gradient of a bias of 16 channels has a million rows, and a call for each cost six times as much.
    static void addRows(
            float[] a, int aOffset, int rowStride, int rows, float[] out, int outOffset, int n) {
        int bound = FLOAT.loopBound(n);
        int end = aOffset + rows * rowStride;
        for (int j = 0; j < bound; j += FLOAT.length()) {
            FloatVector sum = FloatVector.fromArray(FLOAT, out, outOffset + j);
            for (int from = aOffset; from < end; from += rowStride) {
                sum = sum.add(FloatVector.fromArray(FLOAT, a, from + j));
            }
            sum.intoArray(out, outOffset + j);
        }
        for (int j = bound; j < n; j++) {
            float sum = out[outOffset + j];
            for (int from = aOffset; from < end; from += rowStride) {
                sum += a[from + j];
            }
            out[outOffset + j] = sum;
        }
    }

    private static void sumOfOne(float[] a, int offset, int whole, float[] lanes) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, lanes, 0);
        for (int i = 0; i < whole; i += LANES) {
            s0 = s0.add(FloatVector.fromArray(FLOAT, a, offset + i));
        }
        s0.intoArray(lanes, 0);
    }

    private static void sumOfTwo(float[] a, int offset, int whole, float[] lanes) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, lanes, 0);
        FloatVector s1 = FloatVector.fromArray(FLOAT, lanes, 8);
        for (int i = 0; i < whole; i += LANES) {
            s0 = s0.add(FloatVector.fromArray(FLOAT, a, offset + i));
            s1 = s1.add(FloatVector.fromArray(FLOAT, a, offset + i + 8));
        }
        s0.intoArray(lanes, 0);
        s1.intoArray(lanes, 8);
    }

    private static void sumOfFour(float[] a, int offset, int whole, float[] lanes) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, lanes, 0);
        FloatVector s1 = FloatVector.fromArray(FLOAT, lanes, 4);
        FloatVector s2 = FloatVector.fromArray(FLOAT, lanes, 8);
        FloatVector s3 = FloatVector.fromArray(FLOAT, lanes, 12);
        for (int i = 0; i < whole; i += LANES) {
            s0 = s0.add(FloatVector.fromArray(FLOAT, a, offset + i));
            s1 = s1.add(FloatVector.fromArray(FLOAT, a, offset + i + 4));
            s2 = s2.add(FloatVector.fromArray(FLOAT, a, offset + i + 8));
            s3 = s3.add(FloatVector.fromArray(FLOAT, a, offset + i + 12));
        }
        s0.intoArray(lanes, 0);
        s1.intoArray(lanes, 4);
        s2.intoArray(lanes, 8);
        s3.intoArray(lanes, 12);
    }

    static void product(float[] a, int offset, int whole, float[] lanes) {
        for (int group = 0; group < LANES; group += FLOAT.length()) {
            FloatVector product = FloatVector.fromArray(FLOAT, lanes, group);
            for (int i = group; i < whole; i += LANES) {
                product = product.mul(FloatVector.fromArray(FLOAT, a, offset + i));
            }
            product.intoArray(lanes, group);
        }
    }

    static float max(float[] a, int offset, int whole) {
        // the order does not matter here, so four vectors are at work at every width
        FloatVector first = FloatVector.fromArray(FLOAT, a, offset);
        FloatVector second = first;
        FloatVector third = first;
        FloatVector fourth = first;
        int step = FLOAT.length();
        int i = 0;
        for (; i <= whole - 4 * step; i += 4 * step) {
            first = first.max(FloatVector.fromArray(FLOAT, a, offset + i));
            second = second.max(FloatVector.fromArray(FLOAT, a, offset + i + step));
            third = third.max(FloatVector.fromArray(FLOAT, a, offset + i + 2 * step));
            fourth = fourth.max(FloatVector.fromArray(FLOAT, a, offset + i + 3 * step));
        }
        for (; i < whole; i += step) {
            first = first.max(FloatVector.fromArray(FLOAT, a, offset + i));
        }
        return first.max(second).max(third.max(fourth)).reduceLanes(VectorOperators.MAX);
    }
}
