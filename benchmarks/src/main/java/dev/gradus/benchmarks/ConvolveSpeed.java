package dev.gradus.benchmarks;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.convolve.Convolve;
import dev.gradus.jvm.convolve.ConvolveShape;
import dev.gradus.jvm.matmul.RowsDone;
import java.util.Arrays;
import java.util.Random;

/// Measures float32 convolutions and their gradients on one core and prints GFLOP/s, medians.
///
/// Operations are counted as a direct convolution needs them, padding included. Run it alone on a
/// quiet machine: `java -p <module path> --add-modules jdk.incubator.vector -m
/// dev.gradus.benchmarks/dev.gradus.benchmarks.ConvolveSpeed`.
public final class ConvolveSpeed {

    private static final int WINDOWS = 11;

    private ConvolveSpeed() {}

    /// Prints one line a shape.
    public static void main(String[] arguments) {
        IO.println(Lanes.REASON);
        IO.println("%-34s %9s %9s %9s".formatted("GFLOP/s", "forward", "input", "weights"));
        measure("3x3   1 ->  32, 28 px, batch 64", 64, 28, 1, 3, 32, 1, 0, 1);
        measure("3x3  32 ->  64, 26 px, batch 64", 64, 26, 32, 3, 64, 1, 0, 1);
        measure("3x3   3 ->  16, 32 px, batch 64", 64, 32, 3, 3, 16, 1, 1, 1);
        measure("3x3  16 ->  16, 32 px, batch 64", 64, 32, 16, 3, 16, 1, 1, 1);
        measure("3x3  16 ->  32, 32 px, stride 2", 64, 32, 16, 3, 32, 2, 1, 1);
        measure("3x3  32 ->  32, 16 px, batch 64", 64, 16, 32, 3, 32, 1, 1, 1);
        measure("3x3  64 ->  64,  8 px, batch 64", 64, 8, 64, 3, 64, 1, 1, 1);
        measure("1x1  64 -> 128, 14 px, batch 16", 16, 14, 64, 1, 128, 1, 0, 1);
        measure("3x3  64 depthwise, 14 px", 16, 14, 64, 3, 64, 1, 1, 64);
    }

    private static void measure(
            String name,
            int batch,
            int size,
            int channels,
            int kernel,
            int outputs,
            int stride,
            int pad,
            int groups) {
        var shape =
                new ConvolveShape(
                        batch,
                        new int[] {size, size},
                        channels,
                        new int[] {kernel, kernel},
                        outputs,
                        new int[] {stride, stride},
                        new int[] {pad, pad},
                        new int[] {pad, pad},
                        new int[] {1, 1},
                        groups);
        int rows = shape.weightRows();
        float[] x = numbers(1, batch * shape.inputPixels() * channels);
        float[] w = numbers(2, rows * outputs);
        float[] y = numbers(3, batch * shape.outputPixels() * outputs);
        double work = 2e-9 * batch * shape.outputPixels() * outputs * rows;
        double forward =
                medianSeconds(() ->
                        Convolve.forward(shape, x, 0, w, 0, y, 0, 0, batch, RowsDone.NOTHING));
        float[] dy = numbers(4, y.length);
        double input =
                medianSeconds(() -> Convolve.inputGradient(shape, dy, 0, w, 0, x, 0, 0, batch));
        float[] dw = new float[w.length];
        double weights =
                medianSeconds(() -> Convolve.weightsGradient(shape, x, 0, dy, 0, dw, 0, 0, rows));
        IO.println(
                "%-34s %9.1f %9.1f %9.1f"
                        .formatted(name, work / forward, work / input, work / weights));
    }

    private static double medianSeconds(Runnable work) {
        long begin = System.nanoTime();
        double fastest = Double.MAX_VALUE;
        while (System.nanoTime() - begin < 1_000_000_000L) {
            long before = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, (System.nanoTime() - before) * 1e-9);
        }
        int calls = Math.max(1, (int) (0.03 / fastest));
        var seconds = new double[WINDOWS];
        for (int window = 0; window < WINDOWS; window++) {
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                work.run();
            }
            seconds[window] = (System.nanoTime() - start) * 1e-9 / calls;
        }
        Arrays.sort(seconds);
        return seconds[WINDOWS / 2];
    }

    private static float[] numbers(long seed, int count) {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}
