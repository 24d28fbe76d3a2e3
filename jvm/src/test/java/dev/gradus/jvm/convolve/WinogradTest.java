package dev.gradus.jvm.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Offset.offset;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.matmul.RowsDone;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WinogradTest {

    /// What the method may cost in accuracy, in parts of a result's root mean square.
    private static final double ALLOWED = 5e-5;

    private final Random random = new Random(11);

    @Test
    void staysWithinItsErrorOfTheExactResultForAllKindsOfSizes() {
        for (int trial = 0; trial < 60; trial++) {
            var shape = anyShape();
            float[] x = numbers(shape.batch() * shape.inputPixels() * shape.channels());
            float[] w = numbers(shape.weightRows() * shape.outputChannels());
            float[] dy = numbers(shape.batch() * shape.outputPixels() * shape.outputChannels());
            double[] exact = new double[dy.length];
            Convolve.forward(shape, wide(x), 0, wide(w), 0, exact, 0, 0, shape.batch());
            assertClose(Passes.run(new WinogradCorrelation(shape, false), x, w, dy.length), exact);
            exact = new double[x.length];
            Convolve.inputGradient(shape, wide(dy), 0, wide(w), 0, exact, 0, 0, shape.batch());
            assertClose(Passes.run(new WinogradCorrelation(shape, true), dy, w, x.length), exact);
            exact = new double[w.length];
            Convolve.weightsGradient(
                    shape, wide(x), 0, wide(dy), 0, exact, 0, 0, shape.weightRows());
            assertClose(Passes.run(new WinogradWeightsGradient(shape), x, dy, w.length), exact);
        }
    }

    @Test
    void aKernelWithASingleWeightMovesThePicture() {
        var shape = shape(2, 9, 6, 17, 18, 1, 1);
        float[] x = whole(shape.batch() * shape.inputPixels() * shape.channels());
        float[] w = new float[shape.weightRows() * shape.outputChannels()];
        w[4 * 17 * 18 + 3 * 18 + 5] = 1f;
        float[] y =
                Passes.run(
                        new WinogradCorrelation(shape, false), x, w, 2 * shape.outputPixels() * 18);
        for (int place = 0; place < 2 * 54; place++) {
            assertThat(y[place * 18 + 5]).isCloseTo(x[place * 17 + 3], offset(1e-4f));
            assertThat(y[place * 18 + 4]).isZero();
        }
    }

    @Test
    void sharingOutTheWorkChangesNoBit() {
        for (int batch : new int[] {1, 3, 9}) {
            var shape = shape(batch, 23, 18, 33, 40, 1, 1);
            float[] x = numbers(batch * shape.inputPixels() * 33);
            float[] w = numbers(shape.weightRows() * 40);
            float[] dy = numbers(batch * shape.outputPixels() * 40);
            assertThat(Passes.backwards(new WinogradCorrelation(shape, false), x, w, dy.length))
                    .isEqualTo(Passes.run(new WinogradCorrelation(shape, false), x, w, dy.length));
            assertThat(Passes.backwards(new WinogradCorrelation(shape, true), dy, w, x.length))
                    .isEqualTo(Passes.run(new WinogradCorrelation(shape, true), dy, w, x.length));
            assertThat(Passes.backwards(new WinogradWeightsGradient(shape), x, dy, w.length))
                    .isEqualTo(Passes.run(new WinogradWeightsGradient(shape), x, dy, w.length));
        }
    }

    @Test
    void offsetsAreHonoured() {
        var shape = shape(2, 7, 10, 16, 20, 2, 0);
        float[] x = numbers(2 * shape.inputPixels() * 16);
        float[] w = numbers(shape.weightRows() * 20);
        float[] dy = numbers(2 * shape.outputPixels() * 20);
        Passes.assertHonoursOffsets(new WinogradCorrelation(shape, false), x, w, dy.length);
        Passes.assertHonoursOffsets(new WinogradCorrelation(shape, true), dy, w, x.length);
        Passes.assertHonoursOffsets(new WinogradWeightsGradient(shape), x, dy, w.length);
    }

    @Test
    void aSinglePictureIsComputedAnewWhenItsWeightsChange() {
        var shape = shape(1, 12, 12, 16, 16, 1, 1);
        var pass = new WinogradCorrelation(shape, false);
        float[] x = numbers(144 * 16);
        float[] w = numbers(9 * 16 * 16);
        float[] before = Passes.run(pass, x, w, 144 * 16);
        assertThat(Passes.run(pass, x, w, 144 * 16)).isEqualTo(before);
        w[w.length - 1] += 1f;
        assertThat(Passes.run(pass, x, w, 144 * 16))
                .isEqualTo(Passes.run(new WinogradCorrelation(shape, false), x, w, 144 * 16))
                .isNotEqualTo(before);
    }

    @Test
    void weightsThatStayAreTransformedOnceButTakenInEachRun() {
        var shape = shape(1, 9, 6, 17, 18, 1, 1);
        float[] x = numbers(shape.inputPixels() * 17);
        float[] w = numbers(shape.weightRows() * 18);
        float[] y = new float[shape.outputPixels() * 18];
        var pass = new WinogradCorrelation(shape, false);
        pass.run(x, 0, w, 0, y, 0, RowsDone.NOTHING);
        pass.bind(x, 0, w, 0, y, 0, RowsDone.NOTHING);
        assertThat(pass.parts(0)).isZero();
        // tiles that have been promoted meanwhile are chosen when a matrix is taken
        assertThat(pass.parts(1)).isOne();
    }

    @Test
    void handsOverEachPlaceOnceAndOnlyWhenItIsFinal() {
        var shape = shape(3, 15, 14, 20, 24, 1, 1);
        float[] w = numbers(shape.weightRows() * 24);
        Passes.assertHandsOverFinalPlaces(
                new WinogradCorrelation(shape, false), numbers(3 * 210 * 20), w, 3 * 210, 24);
        Passes.assertHandsOverFinalPlaces(
                new WinogradCorrelation(shape, true), numbers(3 * 210 * 24), w, 3 * 210, 20);
    }

    @Test
    void stretchesOfImagesAreAddedUpInTheirOrder() {
        var whole = shape(7, 24, 20, 32, 64, 1, 1);
        assertThat(FloatWeightsGradient.stretches(whole)).isEqualTo(2);
        Passes.assertAddsUpTwoStretches(
                whole,
                shape(3, 24, 20, 32, 64, 1, 1),
                shape(4, 24, 20, 32, 64, 1, 1),
                numbers(7 * 480 * 32),
                numbers(7 * 480 * 64),
                WinogradWeightsGradient::new);
    }

    @Test
    void theVectorFormGivesTheBitsOfTheScalarForm() {
        assumeThat(Lanes.vectors()).isTrue();
        var vector = new VectorWinogradSteps();
        var scalar = new ScalarWinogradSteps();
        for (int count : new int[] {1, 3, 16, 29, 64, 70}) {
            float[] x = numbers(36 * 80 + 160);
            int n = 36 * 80 + 160;
            float[] want = new float[6 * n];
            float[] got = new float[6 * n];
            scalar.imageDown(x, 2, 80, want, 1, 80, count);
            vector.imageDown(x, 2, 80, got, 1, 80, count);
            // planes lie apart, since the order in which they are written is not defined
            scalar.imageAcross(x, 2, 400, 80, 70, want, n, 160, 70, 2, count);
            vector.imageAcross(x, 2, 400, 80, 70, got, n, 160, 70, 2, count);
            scalar.result(x, 2, 80, 70, want, 2 * n, 320, 80, 70, 2, count);
            vector.result(x, 2, 80, 70, got, 2 * n, 320, 80, 70, 2, count);
            scalar.resultGradient(x, 2, 320, 80, 70, want, 3 * n, 80, 70, 2, count);
            vector.resultGradient(x, 2, 320, 80, 70, got, 3 * n, 80, 70, 2, count);
            scalar.kernel(x, 2, 80, want, 4 * n, 80, count);
            vector.kernel(x, 2, 80, got, 4 * n, 80, count);
            scalar.kernelGradient(x, 2, 80, want, 5 * n, 80, count);
            vector.kernelGradient(x, 2, 80, got, 5 * n, 80, count);
            assertThat(got).isEqualTo(want);
        }
    }

    @Test
    void productsOfNarrowPlanesAreTheChainsOfPanels() {
        assumeThat(Lanes.BITS).isEqualTo(512);
        for (int columns : new int[] {16, 32}) {
            int depth = 16;
            int rows = 24;
            float[] x = numbers(1 + rows * depth);
            float[] y = numbers(1 + rows * columns);
            float[] want = new float[rows * columns];
            float[] got = new float[1 + rows * columns];
            for (int i = 0; i < rows * columns; i++) {
                for (int k = 0; k < depth; k++) {
                    float left = x[1 + i / columns * depth + k];
                    want[i] = Math.fma(left, y[1 + k * columns + i % columns], want[i]);
                }
            }
            if (columns == 16) {
                VectorWinogradProducts.straight16(x, 1, rows, y, 1, got, 1);
            } else {
                VectorWinogradProducts.straight32(x, 1, rows, depth, y, 1, got, 1);
            }
            assertThat(Arrays.copyOfRange(got, 1, got.length)).isEqualTo(want);
            int turnedRows = columns == 16 ? 16 : 8;
            want = new float[turnedRows * columns];
            got = new float[1 + turnedRows * columns];
            for (int i = 0; i < want.length; i++) {
                want[i] = got[1 + i] = x[i];
                for (int k = 0; k < 21; k++) {
                    float left = x[1 + k * depth + i / columns];
                    want[i] = Math.fma(left, y[1 + k * columns + i % columns], want[i]);
                }
            }
            if (columns == 16) {
                VectorWinogradProducts.turned16(x, 1, depth, 21, y, 1, got, 1);
            } else {
                VectorWinogradProducts.turned32(x, 1, depth, 21, y, 1, got, 1);
            }
            assertThat(Arrays.copyOfRange(got, 1, got.length)).isEqualTo(want);
        }
    }

    @Test
    void isChosenForManyChannelsOnlyAndOnlyInStepsOfOne() {
        assertThat(Winograd.chosen(shape(1, 8, 8, 16, 16, 1, 1))).isTrue();
        assertThat(Winograd.chosen(shape(64, 26, 26, 32, 64, 0, 0))).isTrue();
        assertThat(Winograd.chosen(shape(64, 28, 28, 1, 32, 0, 0))).isFalse();
        assertThat(Winograd.chosen(shape(64, 28, 28, 64, 8, 0, 0))).isFalse();
        assertThat(Winograd.chosen(shape(64, 5, 5, 64, 64, 1, 1))).isFalse();
        int[] two = {2, 2};
        int[] one = {1, 1};
        int[] three = {3, 3};
        int[] size = {16, 16};
        var strided = new ConvolveShape(4, size, 32, three, 32, two, one, one, one, 1);
        assertThat(Winograd.chosen(strided)).isFalse();
        var grouped = new ConvolveShape(4, size, 32, three, 32, one, one, one, one, 2);
        assertThat(Winograd.chosen(grouped)).isFalse();
    }

    private ConvolveShape anyShape() {
        return shape(
                1 + random.nextInt(5),
                5 + random.nextInt(16),
                5 + random.nextInt(16),
                anyChannels(),
                anyChannels(),
                random.nextInt(3),
                random.nextInt(3));
    }

    /// Gives 16 and 32 often, which have loops of their own.
    private int anyChannels() {
        return switch (random.nextInt(4)) {
            case 0 -> 16;
            case 1 -> 32;
            default -> 1 + random.nextInt(70);
        };
    }

    private static ConvolveShape shape(
            int batch, int height, int width, int channels, int outputs, int low, int high) {
        int[] one = {1, 1};
        return new ConvolveShape(
                batch,
                new int[] {height, width},
                channels,
                new int[] {3, 3},
                outputs,
                one,
                new int[] {low, high},
                new int[] {high, low},
                one,
                1);
    }

    private float[] numbers(int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private float[] whole(int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(9) - 4;
        }
        return numbers;
    }

    private static double[] wide(float[] numbers) {
        var wide = new double[numbers.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = numbers[i];
        }
        return wide;
    }

    private static void assertClose(float[] got, double[] exact) {
        double squares = 0;
        double furthest = 0;
        for (int i = 0; i < exact.length; i++) {
            squares += exact[i] * exact[i];
            furthest = Math.max(furthest, Math.abs(got[i] - exact[i]));
        }
        assertThat(furthest).isLessThan(ALLOWED * Math.sqrt(squares / exact.length));
    }
}
