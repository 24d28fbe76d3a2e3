package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Numbers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/// Makes tensors of the numbers of a workload.
///
/// Images lie in memory "channels last". Against libtorch's usual order, at one thread in one run:
/// W3 47 and 52 ms a step, W4 172 and 217; the second convolution of W3 alone 7.6 and 10.4 ms
/// forward, 8.8 and 12.1 and 8.5 and 11.1 for its gradients; W8 the same. No shape of M3 was faster
/// the usual way by more than the noise.
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

    /// Images `[batch, rows, columns, channels]` as libtorch names their axes; their place in
    /// memory stays: that is its format "channels last".
    static Tensor images(Tensor images) {
        return images.permute(0, 3, 1, 2);
    }

    /// Convolution weights `[rows, columns, in, out]` as `[out, in, rows, columns]`, channels last.
    static Tensor filters(Tensor weights) {
        return weights.permute(3, 2, 0, 1).contiguous(MemoryFormat.ChannelsLast);
    }

    /// Returns the mean of the squares of `tensor`.
    static double meanSquare(Tensor tensor) {
        return tensor.square().mean().item_float();
    }

    private static long[] sizes(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }
}
