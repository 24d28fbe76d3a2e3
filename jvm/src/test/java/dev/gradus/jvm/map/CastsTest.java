package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastsTest {

    private static final float[] FLOATS = {
        1.9f, -1.9f, Float.NaN, 1e20f, Float.NEGATIVE_INFINITY, 300f, -0f, -1f
    };

    @Test
    void fractionsAreCutOffAndWhatIsTooLargeBecomesTheLargest() {
        var ints = new int[8];
        Casts.floatToInt(FLOATS, 0, ints, 0, 8);
        assertThat(ints)
                .containsExactly(1, -1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, 300, 0, -1);
        var longs = new long[8];
        Casts.floatToLong(FLOATS, 0, longs, 0, 8);
        assertThat(longs).containsExactly(1, -1, 0, Long.MAX_VALUE, Long.MIN_VALUE, 300, 0, -1);
    }

    @Test
    void float64FollowsTheSameRules() {
        var doubles = new double[8];
        Casts.floatToDouble(FLOATS, 0, doubles, 0, 8);
        var ints = new int[8];
        Casts.doubleToInt(doubles, 0, ints, 0, 8);
        assertThat(ints)
                .containsExactly(1, -1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, 300, 0, -1);
        var bytes = new byte[8];
        Casts.doubleToUint8(doubles, 0, bytes, 0, 8);
        assertThat(bytes).containsExactly(1, 255, 0, 255, 0, 44, 0, 255);
        var back = new float[8];
        Casts.doubleToFloat(doubles, 0, back, 0, 8);
        assertThat(back).isEqualTo(FLOATS);
        var longs = new long[1];
        Casts.doubleToLong(new double[] {-1e300}, 0, longs, 0, 1);
        assertThat(longs).containsExactly(Long.MIN_VALUE);
    }

    @Test
    void uint8KeepsTheLowestEightBitsAndComesBackUnsigned() {
        var bytes = new byte[8];
        Casts.floatToUint8(FLOATS, 0, bytes, 0, 8);
        assertThat(bytes).containsExactly(1, 255, 0, 255, 0, 44, 0, 255);
        Casts.intToUint8(new int[] {256, -1}, 0, bytes, 0, 2);
        Casts.longToUint8(new long[] {257, 1L << 40}, 0, bytes, 2, 2);
        assertThat(bytes).startsWith(0, 255, 1, 0);
        var floats = new float[4];
        Casts.uint8ToFloat(bytes, 0, floats, 0, 4);
        assertThat(floats).containsExactly(0f, 255f, 1f, 0f);
        var doubles = new double[4];
        Casts.uint8ToDouble(bytes, 0, doubles, 0, 4);
        assertThat(doubles).containsExactly(0, 255, 1, 0);
        var ints = new int[4];
        Casts.uint8ToInt(bytes, 0, ints, 0, 4);
        assertThat(ints).containsExactly(0, 255, 1, 0);
        var longs = new long[4];
        Casts.uint8ToLong(bytes, 0, longs, 0, 4);
        assertThat(longs).containsExactly(0, 255, 1, 0);
    }

    @Test
    void boolIsWhetherTheNumberIsNotZero() {
        var bools = new byte[8];
        Casts.floatToBool(FLOATS, 0, bools, 0, 8);
        assertThat(bools).containsExactly(1, 1, 1, 1, 1, 1, 0, 1);
        Casts.doubleToBool(new double[] {0, -0.0, 1e-300}, 0, bools, 0, 3);
        Casts.intToBool(new int[] {0, 256}, 0, bools, 3, 2);
        Casts.longToBool(new long[] {0, 1L << 40}, 0, bools, 5, 2);
        Casts.uint8ToBool(new byte[] {-1}, 0, bools, 7, 1);
        assertThat(bools).containsExactly(0, 0, 1, 0, 1, 0, 1, 1);
    }

    @Test
    void fromBoolComeOneAndZero() {
        byte[] bools = {0, 1};
        var floats = new float[2];
        Casts.boolToFloat(bools, 0, floats, 0, 2);
        assertThat(floats).containsExactly(0f, 1f);
        var doubles = new double[2];
        Casts.boolToDouble(bools, 0, doubles, 0, 2);
        assertThat(doubles).containsExactly(0, 1);
        var ints = new int[2];
        Casts.boolToInt(bools, 0, ints, 0, 2);
        assertThat(ints).containsExactly(0, 1);
        var longs = new long[2];
        Casts.boolToLong(bools, 0, longs, 0, 2);
        assertThat(longs).containsExactly(0, 1);
        var bytes = new byte[2];
        Casts.boolToUint8(bools, 0, bytes, 0, 2);
        assertThat(bytes).containsExactly(0, 1);
    }

    @Test
    void wholeNumbersKeepTheirLowestBitsAndRoundToTheNearestFloat() {
        var ints = new int[1];
        Casts.longToInt(new long[] {(1L << 32) + 5}, 0, ints, 0, 1);
        assertThat(ints).containsExactly(5);
        var longs = new long[1];
        Casts.intToLong(new int[] {-5}, 0, longs, 0, 1);
        assertThat(longs).containsExactly(-5);
        var floats = new float[2];
        Casts.intToFloat(new int[] {16_777_217}, 0, floats, 0, 1);
        Casts.longToFloat(new long[] {16_777_219}, 0, floats, 1, 1);
        assertThat(floats).containsExactly(16_777_216f, 16_777_220f);
        var doubles = new double[2];
        Casts.intToDouble(new int[] {16_777_217}, 0, doubles, 0, 1);
        Casts.longToDouble(new long[] {16_777_219}, 0, doubles, 1, 1);
        assertThat(doubles).containsExactly(16_777_217, 16_777_219);
    }
}
