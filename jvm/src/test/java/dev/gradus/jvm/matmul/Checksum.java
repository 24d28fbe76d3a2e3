package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.convolve.Convolve;
import dev.gradus.jvm.convolve.ConvolveShape;
import dev.gradus.jvm.window.MaxPoolGradient;
import dev.gradus.jvm.window.WindowReduce;
import dev.gradus.jvm.window.WindowShape;
import java.util.Random;

/// Computes a fixed set of products, convolutions and windows and prints one number for their bits.
///
/// It runs in processes of its own, one for each vector width; see [WidthsTest].
final class Checksum {

    private static final int REPEATS = 40;

    private final Random random = new Random(2);
    private long sum = 17;

    private Checksum() {}

    public static void main(String[] arguments) {
        var checksum = new Checksum();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            checksum.products();
            checksum.convolutions();
            checksum.windows();
        }
        IO.println("%d %016x".formatted(Lanes.BITS, checksum.sum));
    }

    private void products() {
        int[][] sizes = {
            {1, 784, 128},
            {32, 100, 128},
            {97, 64, 31},
            {130, 10, 200},
            {60, 330, 70},
            {26, 170, 176}
        };
        for (int[] size : sizes) {
            int rows = size[0];
            int depth = size[1];
            int columns = size[2];
            float[] a = numbers(rows * depth);
            float[] b = numbers(depth * columns);
            float[] c = new float[rows * columns];
            MatMul.multiply(
                    a, 0, depth, 1, b, 0, columns, 1, c, 0, columns, rows, columns, depth, false);
            add(c);
            MatMul.multiply(
                    a, 0, 1, rows, b, 0, 1, depth, c, 0, columns, rows, columns, depth, true);
            add(c);
        }
    }

    private void convolutions() {
        int[][] settings = {
            {16, 33, 1, 1},
            {33, 70, 1, 1},
            {15, 33, 1, 1},
            {3, 64, 2, 1},
            {35, 35, 1, 35},
            {8, 12, 1, 4}
        };
        for (int[] setting : settings) {
            int[] both = {setting[2], setting[2]};
            int[] one = {1, 1};
            var shape =
                    new ConvolveShape(
                            3,
                            new int[] {11, 9},
                            setting[0],
                            new int[] {3, 3},
                            setting[1],
                            both,
                            one,
                            one,
                            one,
                            setting[3]);
            float[] x = numbers(3 * shape.inputPixels() * shape.channels());
            float[] w = numbers(shape.weightRows() * shape.outputChannels());
            float[] y = new float[3 * shape.outputPixels() * shape.outputChannels()];
            Convolve.forward(shape).run(x, 0, w, 0, y, 0, RowsDone.NOTHING);
            add(y);
            Convolve.weightsGradient(shape).run(x, 0, y, 0, w, 0, RowsDone.NOTHING);
            add(w);
            Convolve.inputGradient(shape).run(y, 0, w, 0, x, 0, RowsDone.NOTHING);
            add(x);
        }
    }

    private void windows() {
        for (int channels : new int[] {1, 32, 37}) {
            int[] three = {3, 3};
            int[] two = {2, 2};
            int[] one = {1, 1};
            var shape = new WindowShape(4, new int[] {9, 10}, channels, three, two, one, one);
            float[] x = numbers(4 * 90 * channels);
            x[x.length / 2] = Float.NaN;
            x[0] = Float.NEGATIVE_INFINITY;
            float[] y = new float[4 * shape.outputPixels() * channels];
            long[] index = new long[y.length];
            WindowReduce.maximum(shape, x, 0, y, 0, 0, 4);
            add(y);
            WindowReduce.indexOfMaximum(shape, x, 0, index, 0, 0, 4);
            for (long i : index) {
                sum = sum * 31 + i;
            }
            float[] gradient = new float[x.length];
            MaxPoolGradient.run(shape, x, 0, y, 0, gradient, 0, 0, 4);
            add(gradient);
            var apart = new WindowShape(4, new int[] {9, 10}, channels, two, two, one, one);
            float[] up = numbers(4 * apart.outputPixels() * channels);
            MaxPoolGradient.run(apart, x, 0, up, 0, gradient, 0, 0, 4);
            add(gradient);
            WindowReduce.sum(shape, x, 0, y, 0, 0, 4);
            add(y);
            WindowReduce.sumGradient(shape, y, 0, x, 0, 0, 4);
            add(x);
        }
    }

    private float[] numbers(int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian() * (i % 5 == 0 ? 100f : 0.1f);
        }
        return numbers;
    }

    /// NaNs count alike: which of the many NaNs an operation gives is left to the processor.
    private void add(float[] numbers) {
        for (float number : numbers) {
            sum = sum * 31 + Float.floatToIntBits(number);
        }
    }
}
