package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FloatReduceTest {

    private static final int[] SIZES = {0, 1, 13, 15, 16, 17, 31, 33, 64, 207, 1023, 1024, 5000};

    /// The definition, as slowly and obviously as it can be written.
    private static float sumByDefinition(float[] a, int offset, int n) {
        var lanes = new float[16];
        for (int i = 0; i < n; i++) {
            lanes[i % 16] = lanes[i % 16] + a[offset + i];
        }
        for (int half = 8; half >= 1; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] = lanes[lane] + lanes[lane + half];
            }
        }
        return lanes[0];
    }

    private static float productByDefinition(float[] a, int offset, int n) {
        var lanes = new float[16];
        Arrays.fill(lanes, 1f);
        for (int i = 0; i < n; i++) {
            lanes[i % 16] = lanes[i % 16] * a[offset + i];
        }
        for (int half = 8; half >= 1; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] = lanes[lane] * lanes[lane + half];
            }
        }
        return lanes[0];
    }

    @Test
    void sumAddsInTheDefinedOrder() {
        var a = Values.everyday(1, 6000);
        for (int n : SIZES) {
            for (int repeat = 0; repeat < 50; repeat++) {
                assertThat(FloatReduce.sum(a, repeat, n)).isEqualTo(sumByDefinition(a, repeat, n));
            }
        }
    }

    @Test
    void productMultipliesInTheDefinedOrder() {
        var a = Values.everyday(2, 6000);
        for (int i = 0; i < a.length; i++) {
            a[i] = 1f + a[i] / 100f;
        }
        for (int n : SIZES) {
            assertThat(FloatReduce.product(a, 3, n)).isEqualTo(productByDefinition(a, 3, n));
        }
    }

    @Test
    void sumGoesOnFromTileToTile() {
        var a = Values.everyday(3, 5000);
        var sums = new float[16];
        var products = new float[16];
        Arrays.fill(products, 1f);
        for (int from = 0; from < 4999; from += 1024) {
            int n = Math.min(1024, 4999 - from);
            FloatReduce.accumulate(a, from, n, sums);
            FloatReduce.accumulateProduct(a, from, n, products);
        }
        assertThat(FloatReduce.fold(sums)).isEqualTo(FloatReduce.sum(a, 0, 4999));
        assertThat(FloatReduce.foldProduct(products)).isEqualTo(FloatReduce.product(a, 0, 4999));
    }

    @Test
    void sumSpreadsInfinityAndNaN() {
        var a = new float[40];
        a[33] = Float.POSITIVE_INFINITY;
        assertThat(FloatReduce.sum(a, 0, 40)).isEqualTo(Float.POSITIVE_INFINITY);
        a[2] = Float.NEGATIVE_INFINITY;
        assertThat(FloatReduce.sum(a, 0, 40)).isNaN();
    }

    @Test
    void theMaximumIsThatOfMath() {
        var a = Values.everyday(4, 6000);
        for (int n : SIZES) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, a[i + 5]);
            }
            assertThat(FloatReduce.max(a, 5, n)).isEqualTo(largest);
        }
    }

    @Test
    void oneNaNWinsWhereverItStands() {
        for (int n : new int[] {1, 16, 100, 207}) {
            for (int place = 0; place < n; place++) {
                var a = Values.everyday(5, n);
                a[place] = Float.NaN;
                assertThat(FloatReduce.max(a, 0, n)).isNaN();
                assertThat(FloatReduce.argmax(a, 0, n)).isEqualTo(place);
            }
        }
    }

    @Test
    void plusZeroIsLargerThanMinusZero() {
        var a = new float[64];
        Arrays.fill(a, -0f);
        a[40] = 0f;
        assertThat(FloatReduce.max(a, 0, 64)).isEqualTo(Float.valueOf(0f));
        a[40] = -0f;
        assertThat(FloatReduce.max(a, 0, 64)).isEqualTo(Float.valueOf(-0f));
    }

    @Test
    void positionOfTheLargestIsTheFirstOfEquals() {
        var a = new float[] {9, 1, 5, 3, 5, 5, 2};
        assertThat(FloatReduce.argmax(a, 1, 6)).isEqualTo(1);
        Arrays.fill(a, Float.NEGATIVE_INFINITY);
        assertThat(FloatReduce.argmax(a, 0, 7)).isZero();
        var b = Values.everyday(6, 1000);
        b[777] = 100f;
        b[888] = 100f;
        assertThat(FloatReduce.argmax(b, 0, 1000)).isEqualTo(777);
        b[999] = Float.NaN;
        assertThat(FloatReduce.argmax(b, 0, 1000)).isEqualTo(999);
    }

    @Test
    void rowsAreTakenInOrderIntoEachColumn() {
        int rows = 9;
        int stride = 40;
        var a = Values.everyday(7, rows * stride);
        for (int n : new int[] {0, 1, 13, 16, 37}) {
            var sum = new float[n + 2];
            var product = new float[n + 2];
            var largest = new float[n + 2];
            Arrays.fill(product, 1f);
            Arrays.fill(largest, Float.NEGATIVE_INFINITY);
            FloatReduce.addRows(a, 3, stride, rows, sum, 2, n);
            FloatReduce.multiplyRows(a, 3, stride, rows, product, 2, n);
            FloatReduce.maxRows(a, 3, stride, rows, largest, 2, n);
            for (int j = 0; j < n; j++) {
                float s = 0f;
                float p = 1f;
                float m = Float.NEGATIVE_INFINITY;
                for (int row = 0; row < rows; row++) {
                    float x = a[3 + row * stride + j];
                    s += x;
                    p *= x;
                    m = Math.max(m, x);
                }
                assertThat(sum[j + 2]).isEqualTo(s);
                assertThat(product[j + 2]).isEqualTo(p);
                assertThat(largest[j + 2]).isEqualTo(m);
            }
        }
    }

    @Test
    void eachColumnFindsItsFirstLargestRowAcrossCalls() {
        float nan = Float.NaN;
        float low = Float.NEGATIVE_INFINITY;
        float[] a = {
            1, 5, 2, low, //
            3, 5, nan, low, //
            3, 4, 9, low, //
            2, 5, nan, low
        };
        var best = new float[4];
        var index = new long[5];
        FloatReduce.argmaxRows(a, 0, 4, 0, 2, best, 0, index, 1, 4);
        FloatReduce.argmaxRows(a, 8, 4, 2, 2, best, 0, index, 1, 4);
        assertThat(index).containsExactly(0, 1, 0, 1, 0);
        assertThat(best[0]).isEqualTo(3f);
        assertThat(best[2]).isNaN();
    }

    @Test
    void runningSumsAddInOrder() {
        float[] a = {1e8f, 1f, -1e8f, 1f};
        var out = new float[4];
        FloatReduce.cumulativeSum(a, 0, out, 0, 4);
        assertThat(out).containsExactly(1e8f, 1e8f, 0f, 1f);
        var columns = new float[8];
        float[] b = {1e8f, 1, 1, 2, -1e8f, 3, 1, 4};
        FloatReduce.cumulativeSumRows(b, 0, 2, 4, columns, 0, 2, 2);
        assertThat(columns).containsExactly(1e8f, 1, 1e8f, 3, 0, 6, 1, 10);
    }
}
