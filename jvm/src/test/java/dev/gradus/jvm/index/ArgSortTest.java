package dev.gradus.jvm.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.jvm.map.Casts;
import dev.gradus.jvm.map.Values;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArgSortTest {

    /// The order by a stable sort of the platform; -0 is made +0 so that the two are equal.
    private static long[] expected(double[] values, boolean descending) {
        Comparator<Integer> order = Comparator.comparing(i -> values[i] + 0.0);
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(descending ? order.reversed() : order)
                .mapToLong(i -> i)
                .toArray();
    }

    @Test
    void floatsStandInOrderWithNaNAsTheLargest() {
        float nan = Float.NaN;
        float[] a = {2f, nan, -0f, 0f, -5f, Float.POSITIVE_INFINITY, nan, 2f};
        var out = new long[8];
        ArgSort.sort(a, 0, 1, 8, false, 8, out, 0, 1);
        assertThat(out).containsExactly(4, 2, 3, 0, 7, 5, 1, 6);
        ArgSort.sort(a, 0, 1, 8, true, 8, out, 0, 1);
        assertThat(out).containsExactly(1, 6, 5, 0, 7, 2, 3, 4);
    }

    @Test
    void everyTypeAgreesWithAStableSort() {
        var random = new Random(1);
        for (int n : Values.SIZES) {
            var ints = new int[n];
            for (int i = 0; i < n; i++) {
                ints[i] = random.nextInt(-20, 20);
            }
            var floats = new float[n];
            Casts.intToFloat(ints, 0, floats, 0, n);
            var doubles = new double[n];
            Casts.intToDouble(ints, 0, doubles, 0, n);
            var longs = new long[n];
            Casts.intToLong(ints, 0, longs, 0, n);
            for (boolean descending : new boolean[] {false, true}) {
                var expected = expected(doubles, descending);
                var out = new long[n];
                ArgSort.sort(floats, 0, 1, n, descending, n, out, 0, 1);
                assertThat(out).isEqualTo(expected);
                Arrays.fill(out, -1);
                ArgSort.sort(doubles, 0, 1, n, descending, n, out, 0, 1);
                assertThat(out).isEqualTo(expected);
                Arrays.fill(out, -1);
                ArgSort.sort(ints, 0, 1, n, descending, n, out, 0, 1);
                assertThat(out).isEqualTo(expected);
                Arrays.fill(out, -1);
                ArgSort.sort(longs, 0, 1, n, descending, n, out, 0, 1);
                assertThat(out).isEqualTo(expected);
            }
        }
    }

    @Test
    void anyFloatsAndDoublesAgreeWithTheOrderOfThePlatform() {
        var floats = Values.floats(2, 2000);
        int n = floats.length;
        var doubles = new double[n];
        Casts.floatToDouble(floats, 0, doubles, 0, n);
        var out = new long[n];
        ArgSort.sort(floats, 0, 1, n, false, n, out, 0, 1);
        assertThat(out).isEqualTo(expected(doubles, false));
        ArgSort.sort(doubles, 0, 1, n, true, n, out, 0, 1);
        assertThat(out).isEqualTo(expected(doubles, true));
    }

    @Test
    void extremesOfWholeNumbersKeepTheirOrder() {
        int[] ints = {0, Integer.MAX_VALUE, Integer.MIN_VALUE};
        var out = new long[3];
        ArgSort.sort(ints, 0, 1, 3, true, 3, out, 0, 1);
        assertThat(out).containsExactly(1, 0, 2);
        long[] longs = {0, Long.MAX_VALUE, Long.MIN_VALUE};
        ArgSort.sort(longs, 0, 1, 3, true, 3, out, 0, 1);
        assertThat(out).containsExactly(1, 0, 2);
        byte[] bytes = {0, (byte) 255, 127};
        ArgSort.sort(bytes, 0, 1, 3, true, 3, out, 0, 1);
        assertThat(out).containsExactly(1, 2, 0);
    }

    @Test
    void aColumnIsSortedByStrideAndCutToTheFirstFew() {
        float[] a = {9, 3, 9, 1, 9, 2};
        var out = new long[4];
        Arrays.fill(out, -1);
        ArgSort.sort(a, 1, 2, 3, false, 2, out, 0, 2);
        assertThat(out).containsExactly(1, -1, 2, -1);
    }
}
