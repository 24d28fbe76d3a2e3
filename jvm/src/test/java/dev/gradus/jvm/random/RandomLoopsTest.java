package dev.gradus.jvm.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.jvm.map.Values;
import dev.gradus.tensor.backend.CounterRandom;
import org.junit.jupiter.api.Test;

class RandomLoopsTest {

    private static final int COUNT = 1 << 20;

    @Test
    void fillGivesTheNumbersOfTheDefinition() {
        long[] firsts = {0, 1, 12_345, (1L << 31) - 100, (1L << 32) - 100, (5L << 32) - 7};
        for (long first : firsts) {
            for (int n : Values.SIZES) {
                var out = new float[n + 4];
                RandomLoops.fill(42, 7, first, out, 3, n);
                var doubles = new double[n];
                RandomLoops.fill(42, 7, first, doubles, 0, n);
                for (int i = 0; i < n; i++) {
                    assertThat(out[i + 3]).isEqualTo(CounterRandom.uniformFloat(42, 7, first + i));
                    assertThat(doubles[i]).isEqualTo(CounterRandom.uniformDouble(42, 7, first + i));
                }
                assertThat(out[2]).isZero();
                assertThat(out[n + 3]).isZero();
            }
        }
    }

    @Test
    void anySplitGivesTheSameNumbers() {
        var whole = new float[1000];
        RandomLoops.fill(1, 2, 50, whole, 0, 1000);
        var split = new float[1000];
        for (int from = 0; from < 1000; from += 37) {
            RandomLoops.fill(1, 2, 50 + from, split, from, Math.min(37, 1000 - from));
        }
        assertThat(split).isEqualTo(whole);
    }

    @Test
    void numbersAreAtLeastZeroAndBelowOne() {
        var out = new float[COUNT];
        RandomLoops.fill(3, 0, 0, out, 0, COUNT);
        float smallest = 1;
        float largest = 0;
        for (float x : out) {
            smallest = Math.min(smallest, x);
            largest = Math.max(largest, x);
        }
        assertThat(smallest).isBetween(0f, 1e-5f);
        assertThat(largest).isBetween(1 - 1e-5f, Math.nextDown(1f));
        // the largest there is: 24 ones
        assertThat((-1 >>> 8) * 0x1p-24f).isLessThan(1f);
    }

    @Test
    void meanAndVarianceAreThoseOfTheUniformDistribution() {
        for (long key = 0; key < 4; key++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < COUNT; i++) {
                double x = CounterRandom.uniformDouble(key, 1, i) - 0.5;
                sum += x;
                squares += x * x;
            }
            // five standard errors: 0.289 / √n and 0.0745 / √n
            assertThat(Math.abs(sum / COUNT)).isLessThan(5 * 0.289 / 1024);
            assertThat(Math.abs(squares / COUNT - 1.0 / 12)).isLessThan(5 * 0.0745 / 1024);
        }
    }

    @Test
    void everyByteValueIsEquallyFrequent() {
        for (int shift = 0; shift < 32; shift += 8) {
            var counts = new long[256];
            for (int i = 0; i < COUNT; i++) {
                counts[(CounterRandom.bits(5, 6, i) >>> shift) & 0xff]++;
            }
            assertThat(chiSquare(counts, COUNT / 256.0)).isBetween(150.0, 380.0);
        }
    }

    @Test
    void pairsOfNeighboursAreEquallyFrequent() {
        var counts = new long[256];
        for (int i = 0; i < COUNT; i++) {
            int pair =
                    (CounterRandom.bits(8, 9, i) >>> 28) << 4
                            | CounterRandom.bits(8, 9, i + 1L) >>> 28;
            counts[pair]++;
        }
        assertThat(chiSquare(counts, COUNT / 256.0)).isBetween(150.0, 380.0);
    }

    @Test
    void neighboursSitesAndKeysAreUncorrelated() {
        assertThat(Math.abs(correlation(0, 0, 1))).isLessThan(5.0 / 1024);
        assertThat(Math.abs(correlation(0, 0, 16))).isLessThan(5.0 / 1024);
        assertThat(Math.abs(correlation(0, 1, 0))).isLessThan(5.0 / 1024);
        assertThat(Math.abs(correlation(1, 0, 0))).isLessThan(5.0 / 1024);
        assertThat(Math.abs(correlation(0, 0, 1L << 32))).isLessThan(5.0 / 1024);
        assertThat(Math.abs(correlation(1, -1, 0))).isLessThan(5.0 / 1024);
    }

    @Test
    void oneChangedBitOfTheIndexChangesHalfOfTheBits() {
        for (int bit = 0; bit < 40; bit++) {
            long changed = 0;
            for (long i = 0; i < 4096; i++) {
                changed +=
                        Integer.bitCount(
                                CounterRandom.bits(2, 3, i)
                                        ^ CounterRandom.bits(2, 3, i ^ 1L << bit));
            }
            assertThat(changed / 4096.0).isBetween(15.6, 16.4);
        }
    }

    private static double correlation(long keyStep, long siteStep, long indexStep) {
        double product = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = CounterRandom.uniformFloat(10, 20, i) - 0.5;
            double y = CounterRandom.uniformFloat(10 + keyStep, 20 + siteStep, i + indexStep) - 0.5;
            product += x * y;
        }
        return product / COUNT * 12;
    }

    private static double chiSquare(long[] counts, double expected) {
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
