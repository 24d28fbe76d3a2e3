package dev.gradus.jvm.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.jvm.matmul.RowsDone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolveTest {

    /// Sizes of a convolution, written so that a table of them can be read.
    record Case(
            String input,
            String kernel,
            String stride,
            String padLow,
            String padHigh,
            String dilation,
            int batch,
            int channels,
            int outputs,
            int groups) {

        ConvolveShape shape() {
            return new ConvolveShape(
                    batch,
                    sizes(input),
                    channels,
                    sizes(kernel),
                    outputs,
                    sizes(stride),
                    sizes(padLow),
                    sizes(padHigh),
                    sizes(dilation),
                    groups);
        }

        private static int[] sizes(String text) {
            return Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("9", "3", "1", "0", "0", "1", 2, 5, 7, 1),
                new Case("13", "4", "3", "2", "1", "2", 3, 2, 33, 1),
                new Case("7x6", "3x3", "1x1", "0x0", "0x0", "1x1", 3, 1, 32, 1),
                new Case("8x9", "3x3", "1x1", "1x1", "1x1", "1x1", 5, 13, 64, 1),
                new Case("5x5", "5x5", "1x1", "4x4", "4x4", "1x1", 1, 3, 5, 1),
                new Case("11x8", "2x3", "2x3", "1x0", "0x2", "1x1", 2, 6, 18, 1),
                new Case("9x9", "3x2", "2x1", "1x2", "2x1", "2x3", 2, 4, 6, 2),
                new Case("8x8", "1x1", "2x2", "0x0", "0x0", "1x1", 2, 16, 32, 1),
                new Case("8x8", "1x1", "1x1", "0x0", "0x0", "1x1", 2, 17, 31, 1),
                new Case("6x5", "1x2", "1x1", "3x0", "0x4", "1x1", 2, 3, 4, 1),
                new Case("10x7", "3x3", "1x1", "1x1", "1x1", "1x1", 2, 12, 18, 3),
                new Case("10x7", "3x3", "2x2", "1x1", "0x1", "1x1", 2, 35, 35, 35),
                new Case("6x6", "3x3", "1x1", "1x1", "1x1", "2x2", 2, 4, 4, 4),
                new Case("6x6", "3x3", "1x1", "1x1", "1x1", "1x1", 2, 4, 8, 4),
                new Case("5x6x7", "2x3x3", "1x1x1", "1x0x1", "0x1x1", "1x1x1", 2, 3, 10, 1),
                new Case("6x5x6", "2x2x3", "2x1x2", "0x1x1", "1x0x1", "2x1x1", 1, 4, 6, 2),
                new Case("32x30", "3x3", "1x1", "1x1", "1x1", "1x1", 3, 16, 130, 1),
                new Case("4x4", "5x5", "1x1", "0x0", "0x0", "1x1", 2, 3, 4, 1),
                new Case("4x4", "3x3", "1x1", "1x1", "1x1", "1x1", 0, 3, 4, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputChainsRunOverKernelPositionsThenChannels(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        assertThat(forward(shape, x, w)).isEqualTo(expectedForward(shape, x, w));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inputGradientChainsRunOverTheTurnedKernelThenOutputChannels(Case aCase) {
        var shape = aCase.shape();
        float[] dy = outputOf(shape);
        float[] w = weightsOf(shape);
        assertThat(inputGradient(shape, dy, w)).isEqualTo(expectedInputGradient(shape, dy, w));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightsGradientChainsRunOverImagesThenPlaces(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] dy = outputOf(shape);
        float[] gradient = filled(shape.weightRows() * shape.outputChannels());
        Convolve.weightsGradient(shape, x, 0, dy, 0, gradient, 0, 0, shape.weightRows());
        assertThat(gradient).isEqualTo(expectedWeightsGradient(shape, x, dy));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sharingOutTheWorkChangesNoBit(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        float[] dy = outputOf(shape);
        int cut = shape.batch() / 2;
        int rows = shape.weightRows();

        float[] output = filled(dy.length);
        Convolve.forward(shape, x, 0, w, 0, output, 0, cut, shape.batch(), RowsDone.NOTHING);
        Convolve.forward(shape, x, 0, w, 0, output, 0, 0, cut, RowsDone.NOTHING);
        assertThat(output).isEqualTo(forward(shape, x, w));

        float[] dx = filled(x.length);
        Convolve.inputGradient(shape, dy, 0, w, 0, dx, 0, cut, shape.batch());
        Convolve.inputGradient(shape, dy, 0, w, 0, dx, 0, 0, cut);
        assertThat(dx).isEqualTo(inputGradient(shape, dy, w));

        float[] dw = filled(w.length);
        Convolve.weightsGradient(shape, x, 0, dy, 0, dw, 0, 0, rows / 3);
        Convolve.weightsGradient(shape, x, 0, dy, 0, dw, 0, rows / 3, rows);
        assertThat(dw).isEqualTo(expectedWeightsGradient(shape, x, dy));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void offsetsAreHonoured(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        float[] dy = outputOf(shape);
        float[] y = filled(dy.length + 3);
        int batch = shape.batch();
        Convolve.forward(shape, moved(x, 5), 5, moved(w, 7), 7, y, 3, 0, batch, RowsDone.NOTHING);
        assertThat(y).isEqualTo(moved(forward(shape, x, w), 3));

        float[] dx = filled(x.length + 3);
        Convolve.inputGradient(shape, moved(dy, 5), 5, moved(w, 7), 7, dx, 3, 0, batch);
        assertThat(dx).isEqualTo(moved(inputGradient(shape, dy, w), 3));

        float[] dw = filled(w.length + 3);
        int rows = shape.weightRows();
        Convolve.weightsGradient(shape, moved(x, 5), 5, moved(dy, 7), 7, dw, 3, 0, rows);
        assertThat(dw).isEqualTo(moved(expectedWeightsGradient(shape, x, dy), 3));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void float64AgreesWithFloat32WhereBothAreExact(Case aCase) {
        var shape = aCase.shape();
        float[] x = rounded(inputOf(shape));
        float[] w = rounded(weightsOf(shape));
        float[] dy = rounded(outputOf(shape));
        int batch = shape.batch();
        int rows = shape.weightRows();

        double[] y64 = new double[dy.length];
        Convolve.forward(shape, wide(x), 0, wide(w), 0, y64, 0, 0, batch);
        assertThat(y64).isEqualTo(wide(forward(shape, x, w)));

        double[] dx64 = new double[x.length];
        Convolve.inputGradient(shape, wide(dy), 0, wide(w), 0, dx64, 0, 0, batch);
        assertThat(dx64).isEqualTo(wide(inputGradient(shape, dy, w)));

        double[] dw64 = new double[w.length];
        Convolve.weightsGradient(shape, wide(x), 0, wide(dy), 0, dw64, 0, 0, rows);
        assertThat(dw64).isEqualTo(wide(expectedWeightsGradient(shape, x, dy)));
    }

    @Test
    void handsOverEachPlaceOnceAndOnlyWhenItIsFinal() {
        for (int groups : new int[] {1, 2, 4}) {
            var shape =
                    new Case("40x40", "3x3", "1x1", "1x1", "1x1", "1x1", 3, 4, 4, groups).shape();
            float[] x = inputOf(shape);
            float[] w = weightsOf(shape);
            float[] expected = forward(shape, x, w);
            float[] y = filled(expected.length);
            List<Integer> seen = new ArrayList<>();
            Convolve.forward(
                    shape,
                    x,
                    0,
                    w,
                    0,
                    y,
                    0,
                    1,
                    3,
                    (from, to) -> {
                        assertThat(Arrays.copyOfRange(y, from * 4, to * 4))
                                .isEqualTo(Arrays.copyOfRange(expected, from * 4, to * 4));
                        for (int row = from; row < to; row++) {
                            seen.add(row);
                        }
                    });
            assertThat(seen).hasSize(2 * 1600).isSorted().doesNotHaveDuplicates();
            assertThat(seen.getFirst()).isEqualTo(1600);
        }
    }

    @Test
    void refusesGroupsThatDoNotDivideTheChannels() {
        assertThatThrownBy(() -> new Case("4", "3", "1", "0", "0", "1", 1, 4, 6, 4).shape())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 groups for 4 channels in and 6 out");
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        assertThatThrownBy(
                        () -> new Case("4x4", "3x3", "1", "0x0", "0x0", "1x1", 1, 1, 1, 1).shape())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stride is [1] but the input has 2 spatial axes");
    }

    private static float[] forward(ConvolveShape shape, float[] x, float[] w) {
        float[] y = filled(shape.batch() * shape.outputPixels() * shape.outputChannels());
        Convolve.forward(shape, x, 0, w, 0, y, 0, 0, shape.batch(), RowsDone.NOTHING);
        return y;
    }

    private static float[] inputGradient(ConvolveShape shape, float[] dy, float[] w) {
        float[] dx = filled(shape.batch() * shape.inputPixels() * shape.channels());
        Convolve.inputGradient(shape, dy, 0, w, 0, dx, 0, 0, shape.batch());
        return dx;
    }

    /// The definition, written as directly as possible: nine loops and one `fma`.
    private static float[] expectedForward(ConvolveShape s, float[] x, float[] w) {
        int pixels = s.outputPixels();
        float[] y = new float[s.batch() * pixels * s.outputChannels()];
        int width = s.channels() / s.groups();
        for (int i = 0; i < y.length; i++) {
            int o = i % s.outputChannels();
            int image = i / s.outputChannels() / pixels;
            int[] at = coordinates(i / s.outputChannels() % pixels, s.output(1), s.output(2));
            int group = o / (s.outputChannels() / s.groups());
            float sum = 0f;
            for (int q = 0; q < s.kernelPositions(); q++) {
                int[] k = coordinates(q, s.kernel(1), s.kernel(2));
                int[] p = new int[3];
                for (int d = 0; d < 3; d++) {
                    p[d] = at[d] * s.stride(d) + k[d] * s.dilation(d) - s.padLow(d);
                }
                for (int c = 0; c < width; c++) {
                    float left = at(s, x, image, p, group * width + c);
                    sum = Math.fma(left, w[(q * width + c) * s.outputChannels() + o], sum);
                }
            }
            y[i] = sum;
        }
        return y;
    }

    private static float[] expectedInputGradient(ConvolveShape s, float[] dy, float[] w) {
        float[] dx = new float[s.batch() * s.inputPixels() * s.channels()];
        int width = s.channels() / s.groups();
        int outputs = s.outputChannels() / s.groups();
        for (int i = 0; i < dx.length; i++) {
            int c = i % s.channels();
            int image = i / s.channels() / s.inputPixels();
            int[] at = coordinates(i / s.channels() % s.inputPixels(), s.input(1), s.input(2));
            int group = c / width;
            float sum = 0f;
            for (int q = s.kernelPositions() - 1; q >= 0; q--) {
                int[] k = coordinates(q, s.kernel(1), s.kernel(2));
                boolean meets = true;
                int place = image;
                for (int d = 0; d < 3; d++) {
                    int p = at[d] + s.padLow(d) - k[d] * s.dilation(d);
                    meets &= p >= 0 && p % s.stride(d) == 0 && p / s.stride(d) < s.output(d);
                    place = place * s.output(d) + p / s.stride(d);
                }
                for (int o = group * outputs; o < (group + 1) * outputs; o++) {
                    float up = meets ? dy[place * s.outputChannels() + o] : 0f;
                    float weight = w[(q * width + c % width) * s.outputChannels() + o];
                    sum = Math.fma(up, weight, sum);
                }
            }
            dx[i] = sum;
        }
        return dx;
    }

    private static float[] expectedWeightsGradient(ConvolveShape s, float[] x, float[] dy) {
        int pixels = s.outputPixels();
        int width = s.channels() / s.groups();
        float[] dw = new float[s.weightRows() * s.outputChannels()];
        for (int i = 0; i < dw.length; i++) {
            int o = i % s.outputChannels();
            int c = i / s.outputChannels() % width;
            int[] k = coordinates(i / s.outputChannels() / width, s.kernel(1), s.kernel(2));
            int group = o / (s.outputChannels() / s.groups());
            float sum = 0f;
            for (int row = 0; row < s.batch() * pixels; row++) {
                int[] at = coordinates(row % pixels, s.output(1), s.output(2));
                int[] p = new int[3];
                for (int d = 0; d < 3; d++) {
                    p[d] = at[d] * s.stride(d) + k[d] * s.dilation(d) - s.padLow(d);
                }
                float left = at(s, x, row / pixels, p, group * width + c);
                sum = Math.fma(left, dy[row * s.outputChannels() + o], sum);
            }
            dw[i] = sum;
        }
        return dw;
    }

    private static float at(ConvolveShape s, float[] x, int image, int[] p, int channel) {
        int place = image;
        for (int d = 0; d < 3; d++) {
            if (p[d] < 0 || p[d] >= s.input(d)) {
                return 0f;
            }
            place = place * s.input(d) + p[d];
        }
        return x[place * s.channels() + channel];
    }

    private static int[] coordinates(int index, int size1, int size2) {
        return new int[] {index / size2 / size1, index / size2 % size1, index % size2};
    }

    private static float[] inputOf(ConvolveShape shape) {
        return numbers(1, shape.batch() * shape.inputPixels() * shape.channels());
    }

    private static float[] weightsOf(ConvolveShape shape) {
        return numbers(2, shape.weightRows() * shape.outputChannels());
    }

    private static float[] outputOf(ConvolveShape shape) {
        return numbers(3, shape.batch() * shape.outputPixels() * shape.outputChannels());
    }

    private static float[] numbers(long seed, int count) {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /// Whatever a result array held before must not matter.
    private static float[] filled(int count) {
        var numbers = new float[count];
        Arrays.fill(numbers, 99f);
        return numbers;
    }

    private static float[] moved(float[] numbers, int by) {
        float[] moved = filled(numbers.length + by);
        System.arraycopy(numbers, 0, moved, by, numbers.length);
        return moved;
    }

    private static float[] rounded(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.round(numbers[i] * 3);
        }
        return numbers;
    }

    private static double[] wide(float[] numbers) {
        var wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }
}
