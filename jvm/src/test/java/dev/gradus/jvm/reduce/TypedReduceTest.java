package dev.gradus.jvm.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.jvm.map.Casts;
import dev.gradus.jvm.map.Values;
import org.junit.jupiter.api.Test;

/// Reductions of the types that are not float32.
class TypedReduceTest {

    @Test
    void float64SumsIn16LanesToo() {
        var floats = Values.everyday(1, 1000);
        var a = new double[1000];
        Casts.floatToDouble(floats, 0, a, 0, 1000);
        for (int n : new int[] {0, 1, 13, 16, 17, 207, 999}) {
            var lanes = new double[16];
            for (int i = 0; i < n; i++) {
                lanes[i % 16] += a[i + 1];
            }
            for (int half = 8; half >= 1; half /= 2) {
                for (int lane = 0; lane < half; lane++) {
                    lanes[lane] += lanes[lane + half];
                }
            }
            assertThat(DoubleReduce.sum(a, 1, n)).isEqualTo(lanes[0]);
        }
        assertThat(DoubleReduce.product(new double[] {2, 3, 4}, 0, 3)).isEqualTo(24);
    }

    @Test
    void float64FindsTheLargestAndItsPlace() {
        double[] a = {3, 7, 7, -1};
        assertThat(DoubleReduce.max(a, 0, 4)).isEqualTo(7);
        assertThat(DoubleReduce.argmax(a, 0, 4)).isEqualTo(1);
        a[3] = Double.NaN;
        assertThat(DoubleReduce.max(a, 0, 4)).isNaN();
        assertThat(DoubleReduce.argmax(a, 0, 4)).isEqualTo(3);
    }

    @Test
    void float64ReducesRowsAndRunsSums() {
        double[] a = {1, 2, 3, 4, 5, 6};
        double[] out = {0, 0};
        DoubleReduce.addRows(a, 0, 2, 3, out, 0, 2);
        assertThat(out).containsExactly(9, 12);
        DoubleReduce.maxRows(a, 0, 2, 2, out, 0, 2);
        assertThat(out).containsExactly(9, 12);
        DoubleReduce.multiplyRows(a, 0, 2, 2, out, 0, 2);
        assertThat(out).containsExactly(27, 96);
        var index = new long[2];
        DoubleReduce.argmaxRows(a, 0, 2, 0, 3, out, 0, index, 0, 2);
        assertThat(index).containsExactly(2, 2);
        var running = new double[6];
        DoubleReduce.cumulativeSum(a, 0, running, 0, 6);
        assertThat(running).containsExactly(1, 3, 6, 10, 15, 21);
        DoubleReduce.cumulativeSumRows(a, 0, 2, 3, running, 0, 2, 2);
        assertThat(running).containsExactly(1, 2, 4, 6, 9, 12);
    }

    @Test
    void int32WrapsAround() {
        int[] a = {Integer.MAX_VALUE, 1, 5, 5};
        assertThat(IntReduce.sum(a, 0, 2)).isEqualTo(Integer.MIN_VALUE);
        assertThat(IntReduce.product(a, 2, 2)).isEqualTo(25);
        assertThat(IntReduce.max(a, 1, 3)).isEqualTo(5);
        assertThat(IntReduce.argmax(a, 1, 3)).isEqualTo(1);
        int[] out = {0, 0};
        IntReduce.addRows(a, 0, 2, 2, out, 0, 2);
        assertThat(out).containsExactly(Integer.MIN_VALUE + 4, 6);
        IntReduce.maxRows(a, 0, 2, 2, out, 0, 2);
        assertThat(out).containsExactly(Integer.MAX_VALUE, 6);
        var index = new long[2];
        IntReduce.argmaxRows(a, 0, 2, 0, 2, out, 0, index, 0, 2);
        assertThat(index).containsExactly(0, 1);
        var running = new int[4];
        IntReduce.cumulativeSum(a, 0, running, 0, 2);
        assertThat(running).startsWith(Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    @Test
    void int64CountsBeyond32Bits() {
        long[] a = {1L << 40, 1L << 40, 3, -3};
        assertThat(LongReduce.sum(a, 0, 4)).isEqualTo(1L << 41);
        assertThat(LongReduce.product(a, 2, 2)).isEqualTo(-9);
        assertThat(LongReduce.max(a, 2, 2)).isEqualTo(3);
        assertThat(LongReduce.argmax(a, 0, 4)).isZero();
        long[] running = new long[4];
        LongReduce.cumulativeSumRows(a, 0, 2, 2, running, 0, 2, 2);
        assertThat(running).containsExactly(1L << 40, 1L << 40, (1L << 40) + 3, (1L << 40) - 3);
    }

    @Test
    void uint8IsUnsignedAndModulo256() {
        byte[] a = {(byte) 200, 100, 7, (byte) 200};
        assertThat(ByteReduce.sum(a, 0, 2)).isEqualTo((byte) 44);
        assertThat(ByteReduce.product(a, 1, 2)).isEqualTo((byte) 700);
        assertThat(ByteReduce.max(a, 0, 4)).isEqualTo((byte) 200);
        assertThat(ByteReduce.argmax(a, 1, 3)).isEqualTo(2);
        byte[] out = {0, 0};
        ByteReduce.maxRows(a, 0, 2, 2, out, 0, 2);
        assertThat(out).containsExactly(200, 200);
        ByteReduce.addRows(a, 0, 2, 2, out, 0, 2);
        assertThat(out).containsExactly(151, 244);
        var index = new long[2];
        ByteReduce.argmaxRows(a, 0, 2, 0, 2, out, 0, index, 0, 2);
        assertThat(index).containsExactly(0, 1);
        byte[] running = new byte[4];
        ByteReduce.cumulativeSum(a, 0, running, 0, 4);
        assertThat(running).containsExactly(200, 44, 51, 251);
    }
}
