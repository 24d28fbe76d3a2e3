package dev.gradus.jvm.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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
                new Case("19x18", "3x3", "1x1", "0x0", "0x0", "1x1", 7, 1, 17, 1),
                new Case("19x18", "3x3", "1x1", "1x1", "1x1", "1x1", 9, 17, 1, 1),
                new Case("17x21", "3x3", "2x3", "1x2", "0x1", "1x1", 5, 20, 7, 1),
                new Case("12x12", "3x3", "1x1", "1x1", "1x1", "1x1", 6, 16, 48, 16),
                new Case("13x12", "3x3", "2x2", "1x1", "1x1", "1x1", 5, 36, 36, 12),
                new Case("12x13", "3x2", "3x1", "1x1", "1x1", "2x3", 5, 40, 20, 5),
                new Case("9x9", "1x1", "2x2", "0x0", "0x0", "1x1", 4, 32, 16, 8),
                new Case("300", "9", "1", "0", "8", "1", 2, 2, 3, 1),
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
    void weightsGradientChainsRunOverImagesThenPlacesOfEachStretch(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] dy = outputOf(shape);
        assertThat(weightsGradient(shape, x, dy)).isEqualTo(expectedWeightsGradient(shape, x, dy));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sharingOutTheWorkChangesNoBit(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        float[] dy = outputOf(shape);
        assertThat(Passes.backwards(Convolve.direct(shape, Kind.FORWARD), x, w, dy.length))
                .isEqualTo(forward(shape, x, w));
        assertThat(Passes.backwards(Convolve.direct(shape, Kind.INPUT_GRADIENT), dy, w, x.length))
                .isEqualTo(inputGradient(shape, dy, w));
        assertThat(Passes.backwards(Convolve.direct(shape, Kind.WEIGHTS_GRADIENT), x, dy, w.length))
                .isEqualTo(weightsGradient(shape, x, dy));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPassRunsAgainWithOtherNumbers(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        float[] dy = outputOf(shape);
        float[] other = numbers(4, w.length);
        var forward = Convolve.direct(shape, Kind.FORWARD);
        Passes.run(forward, x, other, dy.length);
        assertThat(Passes.run(forward, x, w, dy.length)).isEqualTo(forward(shape, x, w));
        var inputGradient = Convolve.direct(shape, Kind.INPUT_GRADIENT);
        Passes.run(inputGradient, dy, other, x.length);
        assertThat(Passes.run(inputGradient, dy, w, x.length))
                .isEqualTo(inputGradient(shape, dy, w));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void offsetsAreHonoured(Case aCase) {
        var shape = aCase.shape();
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        float[] dy = outputOf(shape);
        Passes.assertHonoursOffsets(Convolve.direct(shape, Kind.FORWARD), x, w, dy.length);
        Passes.assertHonoursOffsets(Convolve.direct(shape, Kind.INPUT_GRADIENT), dy, w, x.length);
        Passes.assertHonoursOffsets(Convolve.direct(shape, Kind.WEIGHTS_GRADIENT), x, dy, w.length);
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
        assertThat(dw64).isEqualTo(wide(weightsGradient(shape, x, dy)));
    }

    @Test
    void handsOverEachPlaceOnceAndOnlyWhenItIsFinal() {
        for (int groups : new int[] {1, 2, 4}) {
            for (String stride : new String[] {"1x1", "2x2"}) {
                var shape =
                        new Case("40x40", "3x3", stride, "1x1", "1x1", "1x1", 3, 4, 4, groups)
                                .shape();
                float[] w = weightsOf(shape);
                Passes.assertHandsOverFinalPlaces(
                        Convolve.direct(shape, Kind.FORWARD),
                        inputOf(shape),
                        w,
                        3 * shape.outputPixels(),
                        4);
                Passes.assertHandsOverFinalPlaces(
                        Convolve.direct(shape, Kind.INPUT_GRADIENT),
                        outputOf(shape),
                        w,
                        3 * shape.inputPixels(),
                        4);
            }
        }
    }

    @Test
    void aSinglePictureIsSharedOutInBands() {
        var shape = new Case("60x60", "3x3", "1x1", "1x1", "1x1", "1x1", 1, 16, 24, 1).shape();
        var forward = Convolve.direct(shape, Kind.FORWARD);
        assertThat(forward.parts(forward.stages() - 1)).isGreaterThan(1);
        float[] x = inputOf(shape);
        float[] w = weightsOf(shape);
        assertThat(forward(shape, x, w)).isEqualTo(expectedForward(shape, x, w));
    }

    @Test
    void stretchesOfImagesAreAddedUpInTheirOrder() {
        var whole = new Case("24x20", "3x3", "1x1", "1x1", "1x1", "1x1", 7, 32, 64, 1).shape();
        assertThat(FloatWeightsGradient.stretches(whole)).isEqualTo(2);
        Passes.assertAddsUpTwoStretches(
                whole,
                new Case("24x20", "3x3", "1x1", "1x1", "1x1", "1x1", 3, 32, 64, 1).shape(),
                new Case("24x20", "3x3", "1x1", "1x1", "1x1", "1x1", 4, 32, 64, 1).shape(),
                inputOf(whole),
                outputOf(whole),
                shape -> Convolve.direct(shape, Kind.WEIGHTS_GRADIENT));
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
        int size = shape.batch() * shape.outputPixels() * shape.outputChannels();
        return Passes.run(Convolve.direct(shape, Kind.FORWARD), x, w, size);
    }

    private static float[] inputGradient(ConvolveShape shape, float[] dy, float[] w) {
        int size = shape.batch() * shape.inputPixels() * shape.channels();
        return Passes.run(Convolve.direct(shape, Kind.INPUT_GRADIENT), dy, w, size);
    }

    private static float[] weightsGradient(ConvolveShape shape, float[] x, float[] dy) {
        int size = shape.weightRows() * shape.outputChannels();
        return Passes.run(Convolve.direct(shape, Kind.WEIGHTS_GRADIENT), x, dy, size);
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
                for (int o = group * outputs; meets && o < (group + 1) * outputs; o++) {
                    float up = dy[place * s.outputChannels() + o];
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
            for (int stretch = 0; stretch < FloatWeightsGradient.stretches(s); stretch++) {
                float sum = 0f;
                int end = FloatWeightsGradient.begin(s, stretch + 1) * pixels;
                for (int row = FloatWeightsGradient.begin(s, stretch) * pixels; row < end; row++) {
                    int[] at = coordinates(row % pixels, s.output(1), s.output(2));
                    int[] p = new int[3];
                    for (int d = 0; d < 3; d++) {
                        p[d] = at[d] * s.stride(d) + k[d] * s.dilation(d) - s.padLow(d);
                    }
                    float left = at(s, x, row / pixels, p, group * width + c);
                    sum = Math.fma(left, dy[row * s.outputChannels() + o], sum);
                }
                dw[i] = stretch == 0 ? sum : dw[i] + sum;
            }
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
