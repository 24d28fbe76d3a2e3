package dev.gradus.jvm.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaxPoolGradientTest {

    static Stream<WindowShape> shapes() {
        return Stream.of(1, 3, 6, 16, 20, 33, 64)
                .flatMap(channels ->
                        Stream.of(
                                shape(2, 6, 6, channels, 2, 2, 0, 0),
                                // a row and a column that no window sees
                                shape(2, 7, 7, channels, 2, 2, 0, 0),
                                shape(2, 5, 8, channels, 2, 3, 0, 0),
                                // padded but apart
                                shape(2, 7, 5, channels, 3, 3, 1, 1),
                                // overlapping
                                shape(2, 7, 5, channels, 3, 2, 1, 1),
                                shape(1, 9, 8, channels, 3, 1, 0, 2),
                                // windows that see only padding
                                shape(1, 3, 3, channels, 2, 2, 2, 0),
                                shape(1, 3, 3, channels, 2, 1, 2, 0),
                                shape(0, 4, 4, channels, 2, 2, 0, 0)));
    }

    private static WindowShape shape(
            int batch,
            int height,
            int width,
            int channels,
            int size,
            int stride,
            int low,
            int high) {
        return new WindowShape(
                batch,
                new int[] {height, width},
                channels,
                new int[] {size, size},
                new int[] {stride, stride},
                new int[] {low, low},
                new int[] {high, high});
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachNumberIsAddedWhereTheFirstLargestOfItsWindowStands(WindowShape shape) {
        float[] x = input(shape);
        float[] up = up(shape);
        long[] where = new long[up.length];
        WindowReduce.indexOfMaximum(shape, x, 0, where, 0, 0, shape.batch());
        float[] expected = new float[x.length];
        for (int i = 0; i < up.length; i++) {
            if (where[i] >= 0) {
                expected[(int) where[i]] += up[i];
            }
        }
        float[] gradient = new float[x.length];
        Arrays.fill(gradient, 99f);
        MaxPoolGradient.run(shape, x, 0, up, 0, gradient, 0, 0, shape.batch());
        assertThat(gradient).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theScalarFormGivesTheBitsOfTheVectorForm(WindowShape shape) {
        assumeThat(Lanes.vectors()).isTrue();
        var scalar = new ScalarFloatWindow();
        var vector = new VectorFloatWindow();
        float[] x = input(shape);
        float[] up = up(shape);
        var lists = shape.inputsOfOutputs();
        var runs = shape.runsOfOutputs();
        int channels = shape.channels();
        for (int run = 0; run < (shape.batch() == 0 ? 0 : runs.count()); run++) {
            int p = runs.first(run);
            int step = runs.step(run);
            int count = runs.length(run);
            float[] expected = new float[x.length];
            float[] actual = new float[x.length];
            int from = lists.begin(p);
            int to = lists.begin(p + 1);
            int at = p * channels;
            int[] places = lists.places();
            scalar.writeAtMaximum(
                    x, 0, places, from, to, step, count, channels, up, at, expected, 0);
            scalar.addAtMaximum(x, 0, places, from, to, step, count, channels, up, at, expected, 0);
            vector.writeAtMaximum(x, 0, places, from, to, step, count, channels, up, at, actual, 0);
            vector.addAtMaximum(x, 0, places, from, to, step, count, channels, up, at, actual, 0);
            assertThat(bits(actual)).isEqualTo(bits(expected));
            float[] folded = new float[count * channels];
            float[] foldedInVectors = new float[count * channels];
            scalar.maximum(x, 0, places, from, to, step, count, channels, folded, 0);
            vector.maximum(x, 0, places, from, to, step, count, channels, foldedInVectors, 0);
            assertThat(bits(foldedInVectors)).isEqualTo(bits(folded));
            scalar.sum(x, 0, places, from, to, step, count, channels, folded, 0);
            vector.sum(x, 0, places, from, to, step, count, channels, foldedInVectors, 0);
            assertThat(bits(foldedInVectors)).isEqualTo(bits(folded));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void float64AgreesWithFloat32(WindowShape shape) {
        float[] x = input(shape);
        float[] up = up(shape);
        float[] gradient = new float[x.length];
        double[] wide = new double[x.length];
        Arrays.fill(wide, 99);
        MaxPoolGradient.run(shape, x, 0, up, 0, gradient, 0, 0, shape.batch());
        MaxPoolGradient.run(shape, widened(x), 0, widened(up), 0, wide, 0, 0, shape.batch());
        assertThat(wide).isEqualTo(widened(gradient));
    }

    @Test
    void sharingOutImagesAndOffsetsChangeNothing() {
        for (int stride = 1; stride <= 3; stride++) {
            var shape = shape(5, 7, 6, 21, 2, stride, 0, 0);
            float[] x = input(shape);
            float[] up = up(shape);
            float[] whole = new float[x.length];
            float[] shared = new float[x.length + 2];
            MaxPoolGradient.run(shape, x, 0, up, 0, whole, 0, 0, 5);
            float[] movedX = moved(x, 11);
            float[] movedUp = moved(up, 3);
            MaxPoolGradient.run(shape, movedX, 11, movedUp, 3, shared, 2, 2, 5);
            MaxPoolGradient.run(shape, movedX, 11, movedUp, 3, shared, 2, 0, 2);
            assertThat(Arrays.copyOfRange(shared, 2, shared.length)).isEqualTo(whole);
        }
    }

    private static float[] input(WindowShape shape) {
        var random = new Random(7);
        float[] x = new float[shape.batch() * shape.inputPixels() * shape.channels()];
        for (int i = 0; i < x.length; i++) {
            // few different values, so that equal ones meet
            x[i] =
                    switch (random.nextInt(20)) {
                        case 0 -> Float.NaN;
                        case 1 -> Float.NEGATIVE_INFINITY;
                        case 2 -> -0f;
                        default -> random.nextInt(9) - 4;
                    };
        }
        return x;
    }

    private static float[] up(WindowShape shape) {
        float[] up = new float[shape.batch() * shape.outputPixels() * shape.channels()];
        for (int i = 0; i < up.length; i++) {
            // sums of sixteenths are exact in either type
            up[i] = (i * 7 % 19 - 9) / 8f + 0.0625f;
        }
        return up;
    }

    private static float[] moved(float[] numbers, int by) {
        float[] moved = new float[numbers.length + by];
        System.arraycopy(numbers, 0, moved, by, numbers.length);
        return moved;
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(numbers[i]));
        return bits;
    }

    private static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }
}
