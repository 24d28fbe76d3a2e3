package dev.gradus.jvm.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowReduceTest {

    /// Sizes of a window reduction over two axes, the upper one possibly of size 1.
    record Case(
            int batch,
            int height,
            int width,
            int channels,
            int window,
            int stride,
            int low,
            int high) {

        WindowShape shape() {
            return new WindowShape(
                    batch,
                    new int[] {height, width},
                    channels,
                    new int[] {Math.min(window, height + low + high), window},
                    new int[] {stride, stride},
                    new int[] {low, low},
                    new int[] {high, high});
        }

        float[] input() {
            var random = new Random(7);
            float[] x = new float[batch * height * width * channels];
            for (int i = 0; i < x.length; i++) {
                // few different values, so that equal ones meet
                x[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(9) - 4;
            }
            return x;
        }

        /// Collects what the window at an output's place covers, by asking every input's place.
        List<Integer> covered(int output) {
            int outWidth = shape().output()[1];
            int windowHeight = Math.min(window, height + low + high);
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < height * width; i++) {
                int down = i / width + low - output / outWidth * stride;
                int across = i % width + low - output % outWidth * stride;
                if (down >= 0 && down < windowHeight && across >= 0 && across < window) {
                    places.add(i);
                }
            }
            return places;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(2, 6, 6, 64, 2, 2, 0, 0),
                // channels that fill no whole number of vectors, and a column that no window sees
                new Case(2, 6, 9, 24, 2, 2, 0, 0),
                new Case(3, 7, 5, 33, 3, 2, 1, 1),
                new Case(1, 9, 8, 1, 3, 1, 0, 1),
                new Case(2, 1, 13, 17, 4, 3, 2, 0),
                new Case(2, 5, 4, 130, 2, 3, 0, 0),
                new Case(2, 4, 4, 16, 4, 4, 0, 0),
                new Case(1, 3, 3, 18, 2, 2, 2, 0),
                new Case(1, 2, 2, 5, 3, 1, 0, 0),
                new Case(0, 4, 4, 3, 2, 2, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void maximumAndItsIndexAreTheFirstLargestOrTheFirstNotANumber(Case aCase) {
        var shape = aCase.shape();
        float[] x = aCase.input();
        int outputs = shape.outputPixels();
        float[] y = new float[aCase.batch() * outputs * aCase.channels()];
        long[] index = new long[y.length];
        float[] expected = new float[y.length];
        long[] expectedIndex = new long[y.length];
        WindowReduce.maximum(shape, x, 0, y, 0, 0, aCase.batch());
        WindowReduce.indexOfMaximum(shape, x, 0, index, 0, 0, aCase.batch());
        for (int i = 0; i < y.length; i++) {
            int channel = i % aCase.channels();
            int image = i / aCase.channels() / outputs;
            float largest = Float.NEGATIVE_INFINITY;
            int place = -1;
            for (int p : aCase.covered(i / aCase.channels() % outputs)) {
                int at = (image * shape.inputPixels() + p) * aCase.channels() + channel;
                boolean first = Float.isNaN(x[at]) && !Float.isNaN(largest);
                if (place < 0 || first || x[at] > largest) {
                    largest = x[at];
                    place = at;
                }
            }
            expected[i] = largest;
            expectedIndex[i] = place;
        }
        assertThat(y).isEqualTo(expected);
        assertThat(index).isEqualTo(expectedIndex);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumAddsWhatTheWindowCoversInOrder(Case aCase) {
        var shape = aCase.shape();
        float[] x = scaled(aCase.input());
        int outputs = shape.outputPixels();
        float[] y = new float[aCase.batch() * outputs * aCase.channels()];
        float[] expected = new float[y.length];
        WindowReduce.sum(shape, x, 0, y, 0, 0, aCase.batch());
        for (int i = 0; i < y.length; i++) {
            int channel = i % aCase.channels();
            int image = i / aCase.channels() / outputs;
            float sum = 0f;
            for (int p : aCase.covered(i / aCase.channels() % outputs)) {
                sum += x[(image * shape.inputPixels() + p) * aCase.channels() + channel];
            }
            expected[i] = sum;
        }
        assertThat(y).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumGradientGivesEachPlaceWhatTheWindowsOverItSend(Case aCase) {
        var shape = aCase.shape();
        int outputs = shape.outputPixels();
        float[] up = new float[aCase.batch() * outputs * aCase.channels()];
        for (int i = 0; i < up.length; i++) {
            up[i] = (float) Math.sin(i);
        }
        float[] expected = new float[aCase.input().length];
        for (int i = 0; i < up.length; i++) {
            int image = i / aCase.channels() / outputs;
            for (int p : aCase.covered(i / aCase.channels() % outputs)) {
                int place = image * shape.inputPixels() + p;
                expected[place * aCase.channels() + i % aCase.channels()] += up[i];
            }
        }
        float[] gradient = new float[expected.length];
        Arrays.fill(gradient, 99f);
        WindowReduce.sumGradient(shape, up, 0, gradient, 0, 0, aCase.batch());
        assertThat(gradient).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void float64AndScalarFormAgreeWithTheVectorForm(Case aCase) {
        var shape = aCase.shape();
        float[] x = aCase.input();
        double[] wide = new double[x.length];
        Arrays.setAll(wide, i -> x[i]);
        int batch = aCase.batch();
        float[] y = new float[batch * shape.outputPixels() * aCase.channels()];
        double[] y64 = new double[y.length];
        long[] index = new long[y.length];
        long[] index64 = new long[y.length];

        WindowReduce.maximum(shape, x, 0, y, 0, 0, batch);
        WindowReduce.maximum(shape, wide, 0, y64, 0, 0, batch);
        assertThat(y64).isEqualTo(widened(y));
        WindowReduce.indexOfMaximum(shape, x, 0, index, 0, 0, batch);
        WindowReduce.indexOfMaximum(shape, wide, 0, index64, 0, 0, batch);
        assertThat(index64).isEqualTo(index);
        WindowReduce.sum(shape, x, 0, y, 0, 0, batch);
        WindowReduce.sum(shape, wide, 0, y64, 0, 0, batch);
        assertThat(y64).isEqualTo(widened(y));
        double[] dx64 = new double[x.length];
        float[] dx = new float[x.length];
        WindowReduce.sumGradient(shape, y, 0, dx, 0, 0, batch);
        WindowReduce.sumGradient(shape, y64, 0, dx64, 0, 0, batch);
        assertThat(dx64).isEqualTo(widened(dx));
    }

    @Test
    void sharingOutImagesAndOffsetsChangeNothing() {
        var aCase = new Case(5, 7, 5, 33, 3, 2, 1, 1);
        var shape = aCase.shape();
        float[] x = aCase.input();
        float[] moved = new float[x.length + 11];
        System.arraycopy(x, 0, moved, 11, x.length);
        long[] whole = new long[5 * shape.outputPixels() * 33];
        long[] shared = new long[whole.length + 2];
        WindowReduce.indexOfMaximum(shape, x, 0, whole, 0, 0, 5);
        WindowReduce.indexOfMaximum(shape, moved, 11, shared, 2, 2, 5);
        WindowReduce.indexOfMaximum(shape, moved, 11, shared, 2, 0, 2);
        assertThat(Arrays.copyOfRange(shared, 2, shared.length)).isEqualTo(whole);
    }

    @Test
    void threeAxesAreCoveredInRowMajorOrder() {
        var shape =
                new WindowShape(
                        1,
                        new int[] {3, 2, 4},
                        1,
                        new int[] {2, 2, 2},
                        new int[] {1, 1, 2},
                        new int[] {0, 0, 0},
                        new int[] {0, 0, 0});
        float[] x = new float[24];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        float[] sums = new float[4];
        WindowReduce.sum(shape, x, 0, sums, 0, 0, 1);
        assertThat(shape.output()).containsExactly(2, 1, 2);
        assertThat(sums).containsExactly(52f, 68f, 116f, 132f);
    }

    @Test
    void refusesAWindowOfSizeZero() {
        int[] one = {1};
        int[] zero = {0};
        assertThatThrownBy(() -> new WindowShape(1, one, 1, zero, one, zero, zero))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window is [0]: every entry must be at least 1");
    }

    private static float[] scaled(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= 0.1f * (i % 7);
        }
        return numbers;
    }

    private static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }
}
