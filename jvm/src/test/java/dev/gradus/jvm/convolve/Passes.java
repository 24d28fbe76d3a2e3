package dev.gradus.jvm.convolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.jvm.matmul.RowsDone;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;

/// Runs passes in the ways that must make no difference.
final class Passes {

    private Passes() {}

    static float[] run(FloatPass pass, float[] left, float[] right, int size) {
        float[] result = filled(size);
        pass.run(left, 0, right, 0, result, 0, RowsDone.NOTHING);
        return result;
    }

    /// Runs the parts of each stage in descending order, each on a thread of its own.
    static float[] backwards(FloatPass pass, float[] left, float[] right, int size) {
        float[] result = filled(size);
        pass.bind(left, 0, right, 0, result, 0, RowsDone.NOTHING);
        for (int stage = 0; stage < pass.stages(); stage++) {
            for (int part = pass.parts(stage) - 1; part >= 0; part--) {
                int which = part;
                int of = stage;
                try {
                    Thread.ofPlatform().start(() -> pass.part(of, which)).join();
                } catch (InterruptedException exception) {
                    throw new AssertionError(exception);
                }
            }
        }
        return result;
    }

    static void assertHonoursOffsets(FloatPass pass, float[] left, float[] right, int size) {
        float[] result = filled(size + 3);
        pass.run(moved(left, 5), 5, moved(right, 7), 7, result, 3, RowsDone.NOTHING);
        assertThat(result).isEqualTo(moved(run(pass, left, right, size), 3));
    }

    static void assertHandsOverFinalPlaces(
            FloatPass pass, float[] left, float[] right, int rows, int channels) {
        float[] expected = run(pass, left, right, rows * channels);
        float[] result = filled(expected.length);
        var seen = new AtomicIntegerArray(rows);
        pass.run(
                left,
                0,
                right,
                0,
                result,
                0,
                (from, to) -> {
                    assertThat(Arrays.copyOfRange(result, from * channels, to * channels))
                            .isEqualTo(
                                    Arrays.copyOfRange(expected, from * channels, to * channels));
                    for (int row = from; row < to; row++) {
                        seen.incrementAndGet(row);
                    }
                });
        for (int row = 0; row < rows; row++) {
            assertThat(seen.get(row)).as("times row %d of %d was handed over", row, rows).isOne();
        }
    }

    /// Asserts that the gradient of the weights of `whole` is the sum of those of its two halves.
    static void assertAddsUpTwoStretches(
            ConvolveShape whole,
            ConvolveShape first,
            ConvolveShape second,
            float[] x,
            float[] dy,
            Function<ConvolveShape, FloatPass> pass) {
        int size = whole.weightRows() * whole.outputChannels();
        int xCut = first.batch() * whole.inputPixels() * whole.channels();
        int dyCut = first.batch() * whole.outputPixels() * whole.outputChannels();
        float[] expected =
                run(pass.apply(first), Arrays.copyOf(x, xCut), Arrays.copyOf(dy, dyCut), size);
        float[] rest =
                run(
                        pass.apply(second),
                        Arrays.copyOfRange(x, xCut, x.length),
                        Arrays.copyOfRange(dy, dyCut, dy.length),
                        size);
        for (int i = 0; i < size; i++) {
            expected[i] += rest[i];
        }
        assertThat(run(pass.apply(whole), x, dy, size)).isEqualTo(expected);
    }

    /// Whatever a result array held before must not matter.
    static float[] filled(int count) {
        var numbers = new float[count];
        Arrays.fill(numbers, 99f);
        return numbers;
    }

    private static float[] moved(float[] numbers, int by) {
        float[] moved = filled(numbers.length + by);
        System.arraycopy(numbers, 0, moved, by, numbers.length);
        return moved;
    }
}
