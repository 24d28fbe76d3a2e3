package dev.gradus.jvm.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.jvm.map.Values;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatherScatterTest {

    @Test
    void gatherTakesSlicesAlongTheMiddleAxis() {
        var random = new Random(1);
        for (int inner : new int[] {1, 3, 15, 16, 40}) {
            int outer = 3;
            int size = 7;
            int count = 11;
            var source = Values.everyday(inner, 2 + outer * size * inner);
            var positions = new int[count + 1];
            for (int i = 1; i <= count; i++) {
                positions[i] = random.nextInt(size);
            }
            var out = new float[4 + outer * count * inner];
            Gather.gather(source, 2, size, positions, 1, count, out, 4, outer, inner);
            for (int o = 0; o < outer; o++) {
                for (int i = 0; i < count; i++) {
                    for (int k = 0; k < inner; k++) {
                        assertThat(out[4 + (o * count + i) * inner + k])
                                .isEqualTo(source[2 + (o * size + positions[i + 1]) * inner + k]);
                    }
                }
            }
        }
    }

    @Test
    void gatherMovesEveryType() {
        int[] positions = {2, 0};
        var doubles = new double[2];
        Gather.gather(new double[] {1, 2, 3}, 0, 3, positions, 0, 2, doubles, 0, 1, 1);
        assertThat(doubles).containsExactly(3, 1);
        var ints = new int[2];
        Gather.gather(new int[] {1, 2, 3}, 0, 3, positions, 0, 2, ints, 0, 1, 1);
        assertThat(ints).containsExactly(3, 1);
        var longs = new long[2];
        Gather.gather(new long[] {1, 2, 3}, 0, 3, positions, 0, 2, longs, 0, 1, 1);
        assertThat(longs).containsExactly(3, 1);
        var bytes = new byte[2];
        Gather.gather(new byte[] {1, 2, 3}, 0, 3, positions, 0, 2, bytes, 0, 1, 1);
        assertThat(bytes).containsExactly(3, 1);
    }

    @Test
    void scatterAddAddsRepeatedPositionsInTheirOrder() {
        // in any other order the 1 would not be lost
        float[] source = {1e8f, 1f, -1e8f, 5f};
        var out = new float[3];
        ScatterAdd.scatterAdd(source, 0, new int[] {1, 1, 1, 2}, 0, 4, out, 0, 3, 1, 1, 0, 1);
        assertThat(out).containsExactly(0f, 0f, 5f);
    }

    @Test
    void scatterAddGivesTheSameBitsHoweverInnerIsSplit() {
        int outer = 2;
        int size = 5;
        int count = 30;
        int inner = 37;
        var source = Values.everyday(3, outer * count * inner);
        var positions = new int[count];
        var random = new Random(4);
        for (int i = 0; i < count; i++) {
            positions[i] = random.nextInt(size);
        }
        var whole = new float[outer * size * inner];
        ScatterAdd.scatterAdd(
                source, 0, positions, 0, count, whole, 0, size, outer, inner, 0, inner);
        var split = new float[whole.length];
        for (int from = 0; from < inner; from += 10) {
            int to = Math.min(inner, from + 10);
            ScatterAdd.scatterAdd(
                    source, 0, positions, 0, count, split, 0, size, outer, inner, from, to);
        }
        assertThat(split).isEqualTo(whole);
        var expected = new float[whole.length];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < inner; k++) {
                    expected[(o * size + positions[i]) * inner + k] +=
                            source[(o * count + i) * inner + k];
                }
            }
        }
        assertThat(whole).isEqualTo(expected);
    }

    @Test
    void scatterAddAddsEveryType() {
        int[] positions = {1, 1};
        double[] doubles = {0, 10};
        ScatterAdd.scatterAdd(new double[] {1, 2}, 0, positions, 0, 2, doubles, 0, 2, 1, 1, 0, 1);
        assertThat(doubles).containsExactly(0, 13);
        int[] ints = {0, 10};
        ScatterAdd.scatterAdd(new int[] {1, 2}, 0, positions, 0, 2, ints, 0, 2, 1, 1, 0, 1);
        assertThat(ints).containsExactly(0, 13);
        long[] longs = {0, 10};
        ScatterAdd.scatterAdd(new long[] {1, 2}, 0, positions, 0, 2, longs, 0, 2, 1, 1, 0, 1);
        assertThat(longs).containsExactly(0, 13);
        byte[] bytes = {0, (byte) 250};
        ScatterAdd.scatterAdd(new byte[] {7, 2}, 0, positions, 0, 2, bytes, 0, 2, 1, 1, 0, 1);
        assertThat(bytes).containsExactly(0, 3);
    }

    @Test
    void indicesAreCopiedWithinTheirRange() {
        var out = new int[4];
        Positions.check(new long[] {9, 0, 4}, 1, 2, 5, out, 0);
        Positions.check(new int[] {3}, 0, 1, 5, out, 2);
        Positions.check(new byte[] {(byte) 200}, 0, 1, 201, out, 3);
        assertThat(out).containsExactly(0, 4, 3, 200);
    }

    @Test
    void anIndexOutsideIsRefusedWithItsPlaceAndTheRange() {
        var out = new int[3];
        assertThatThrownBy(() -> Positions.check(new long[] {0, 5, 1}, 0, 3, 5, out, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 5 (number 1 of the indices): allowed are 0 to 4");
        assertThatThrownBy(() -> Positions.check(new int[] {-1}, 0, 1, 5, out, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("index -1 (number 0");
        assertThatThrownBy(() -> Positions.check(new long[] {1L << 32}, 0, 1, 5, out, 0))
                .hasMessageContaining("index 4294967296");
        assertThatThrownBy(() -> Positions.check(new byte[] {-1}, 0, 1, 5, out, 0))
                .hasMessageContaining("index 255");
        assertThatThrownBy(() -> Positions.check(new int[] {0}, 0, 1, 0, out, 0))
                .hasMessageContaining("the axis has size 0");
    }
}
