package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/// How libtorch is used: it has a fast way and the way that its tutorials show.
enum Setup {
    /// As an expert would: images and filters lie "channels last", all parameters are changed by one fused
    /// kernel.
    ///
    /// Against libtorch's usual order of images, at one thread in one run: W3 47 and 52 ms a step, W4 172 and
    /// 217; the second convolution of W3 alone 7.6 and 10.4 ms forward, 8.8 and 12.1 and 8.5 and 11.1 for its
    /// gradients; W8 the same. No shape of M3 was faster the usual way by more than the noise.
    EXPERT {
        @Override
        Tensor inMemory(Tensor images) {
            return images.contiguous(MemoryFormat.ChannelsLast);
        }

        @Override
        Learning learning(Network network, TensorVector parameters) {
            return new Learning.Fused(parameters, Update.of(network, parameters));
        }
    },
    /// As its tutorials do: channel after channel, and an optimizer of `torch::optim`.
    TUTORIAL {
        @Override
        Tensor inMemory(Tensor images) {
            return images.contiguous();
        }

        @Override
        Learning learning(Network network, TensorVector parameters) {
            return new Learning.OneByOne(network, parameters);
        }
    };

    /// Reads the option with which the process was started.
    static Setup of(String[] arguments) {
        return Arrays.asList(arguments).contains("--tutorial") ? TUTORIAL : EXPERT;
    }

    /// Lays tensors `[batch, channels, rows, columns]` out in memory.
    abstract Tensor inMemory(Tensor images);

    /// Returns what changes these parameters.
    abstract Learning learning(Network network, TensorVector parameters);

    /// Returns images `[batch, rows, columns, channels]` as libtorch names their axes.
    Tensor images(Tensor images) {
        return inMemory(images.permute(0, 3, 1, 2));
    }

    /// Returns convolution weights `[rows, columns, in, out]` as `[out, in, rows, columns]`.
    Tensor filters(Tensor weights) {
        return inMemory(weights.permute(3, 2, 0, 1));
    }
}
