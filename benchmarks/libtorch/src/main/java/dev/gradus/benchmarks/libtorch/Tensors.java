package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Numbers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Makes tensors of the numbers of a workload.
final class Tensors {
    private Tensors() {}

    static Tensor of(float[] values, int... shape) {
        return torch.tensor(values).view(sizes(shape));
    }

    static Tensor of(int[] values, int... shape) {
        return torch.tensor(IntStream.of(values).asLongStream().toArray()).view(sizes(shape));
    }

    static Tensor uniform(long seed, int... shape) {
        return of(Numbers.uniform(seed, IntStream.of(shape).reduce(1, (a, b) -> a * b), 1), shape);
    }

    /// Returns the mean of the squares of `tensor`.
    static double meanSquare(Tensor tensor) {
        return tensor.square().mean().item_float();
    }

    private static long[] sizes(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }
}
