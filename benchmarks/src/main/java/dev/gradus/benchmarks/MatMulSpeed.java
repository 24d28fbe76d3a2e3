package dev.gradus.benchmarks;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.matmul.MatMul;
import java.util.Arrays;
import java.util.Random;

/// Measures float32 matrix products on one core and prints GFLOP/s, medians of repeated windows.
///
/// Run it alone on a quiet machine: `java -p <module path> --add-modules jdk.incubator.vector -m
/// dev.gradus.benchmarks/dev.gradus.benchmarks.MatMulSpeed`; `-Dgradus.vector=256` or `scalar`
/// forces a width.
public final class MatMulSpeed {

    private static final int WINDOWS = 15;
    private static final double WINDOW_SECONDS = 0.02;

    private MatMulSpeed() {}

    /// Prints one line a shape.
    public static void main(String[] arguments) {
        IO.println(Lanes.REASON);
        for (int size : new int[] {32, 64, 128, 256, 512, 1024}) {
            measure("square", size, size, size, false, false);
        }
        measure("square, a transposed", 512, 512, 512, true, false);
        measure("square, b transposed", 512, 512, 512, false, true);
        measure("dense forward", 32, 784, 128, false, false);
        measure("dense weights' gradient", 784, 32, 128, true, false);
        measure("dense forward", 128, 784, 512, false, false);
        measure("dense weights' gradient", 784, 128, 512, true, false);
        measure("dense input's gradient", 128, 512, 784, false, true);
        measure("dense forward", 128, 512, 10, false, false);
        measure("dense weights' gradient", 512, 128, 10, true, false);
        measure("dense input's gradient", 128, 10, 512, false, true);
        measure("one row", 1, 784, 128, false, false);
        measure("one row, b transposed", 1, 784, 128, false, true);
    }

    private static void measure(
            String name, int rows, int depth, int columns, boolean aTurned, boolean bTurned) {
        var random = new Random(1);
        float[] a = numbers(random, rows * depth);
        float[] b = numbers(random, depth * columns);
        float[] c = new float[rows * columns];
        Runnable product =
                () ->
                        MatMul.multiply(
                                a,
                                0,
                                aTurned ? 1 : depth,
                                aTurned ? rows : 1,
                                b,
                                0,
                                bTurned ? 1 : columns,
                                bTurned ? depth : 1,
                                c,
                                0,
                                columns,
                                rows,
                                columns,
                                depth,
                                false);
        double seconds = medianSeconds(product);
        double speed = 2.0 * rows * depth * columns / seconds / 1e9;
        IO.println(
                "%-26s %5d x %4d x %4d %10.1f us %7.1f GFLOP/s"
                        .formatted(name, rows, depth, columns, seconds * 1e6, speed));
    }

    private static double medianSeconds(Runnable work) {
        long calls = warmUp(work);
        var seconds = new double[WINDOWS];
        for (int window = 0; window < WINDOWS; window++) {
            long start = System.nanoTime();
            for (long call = 0; call < calls; call++) {
                work.run();
            }
            seconds[window] = (System.nanoTime() - start) * 1e-9 / calls;
        }
        Arrays.sort(seconds);
        return seconds[WINDOWS / 2];
    }

    /// Runs the work for a second and says how many calls fill a window.
    private static long warmUp(Runnable work) {
        long start = System.nanoTime();
        double fastest = Double.MAX_VALUE;
        while (System.nanoTime() - start < 1_000_000_000L) {
            long before = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, (System.nanoTime() - before) * 1e-9);
        }
        return Math.max(1, (long) (WINDOW_SECONDS / fastest));
    }

    private static float[] numbers(Random random, int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}
