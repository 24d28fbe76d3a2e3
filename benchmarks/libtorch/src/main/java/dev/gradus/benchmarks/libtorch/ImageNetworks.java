package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Batch;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// Networks of convolutions.
final class ImageNetworks {
    private static final long[] ONE = {1, 1};

    private ImageNetworks() {}

    static Model convolutional(Network network, Parameters parameters) {
        var first = parameters.filters("first");
        var firstBias = new TensorOptional(parameters.weight("first.bias"));
        var second = parameters.filters("second");
        var secondBias = new TensorOptional(parameters.weight("second.bias"));
        var hidden = parameters.dense("hidden");
        var output = parameters.dense("output");
        return new Classifier(
                network,
                parameters.setup(),
                x -> {
                    var near = convolve(x, first, firstBias, 1, 0).relu_();
                    var far = convolve(near, second, secondBias, 1, 0).relu_();
                    var pooled = torch.max_pool2d(far, 2, 2);
                    var flat = pooled.permute(0, 2, 3, 1).reshape(-1, 12 * 12 * 64);
                    return output.apply(hidden.apply(flat).relu_());
                });
    }

    static Model residual(Network network, Parameters parameters) {
        var stem = new NormalizedConvolution(parameters, "stem", 1);
        var blocks = new ArrayList<UnaryOperator<Tensor>>();
        for (var stage = 0; stage < 3; stage++) {
            for (var block = 0; block < 3; block++) {
                var stride = stage > 0 && block == 0 ? 2 : 1;
                blocks.add(block(parameters, "stage%d.block%d.".formatted(stage, block), stride));
            }
        }
        var output = parameters.dense("output");
        return new Classifier(
                network,
                parameters.setup(),
                images -> {
                    var x = stem.apply(images).relu_();
                    for (var block : blocks) {
                        x = block.apply(x);
                    }
                    return output.apply(x.mean(2, 3));
                });
    }

    private static UnaryOperator<Tensor> block(Parameters parameters, String name, int stride) {
        var first = new NormalizedConvolution(parameters, name + "first", stride);
        var second = new NormalizedConvolution(parameters, name + "second", 1);
        return x -> {
            var y = second.apply(first.apply(x).relu_());
            return y.add_(stride == 1 ? x : halved(x)).relu_();
        };
    }

    /// Every other pixel, with as many zero channels again behind.
    private static Tensor halved(Tensor x) {
        var pixels =
                torch.avg_pool2d(
                        x,
                        ONE,
                        new long[] {2, 2},
                        new long[] {0, 0},
                        false,
                        true,
                        new LongOptional());
        return torch.constant_pad_nd(pixels, 0, 0, 0, 0, 0, x.size(1));
    }

    private static Tensor convolve(
            Tensor x, Tensor weight, TensorOptional bias, int stride, int padding) {
        return torch.conv2d(
                x,
                weight,
                bias,
                new long[] {stride, stride},
                new long[] {padding, padding},
                ONE,
                1);
    }

    /// A convolution without bias and the batch norm after it.
    private static final class NormalizedConvolution {
        private final Tensor weight;
        private final TensorOptional noBias = new TensorOptional();
        private final TensorOptional scale;
        private final TensorOptional shift;
        private final TensorOptional mean;
        private final TensorOptional variance;
        private final int stride;

        NormalizedConvolution(Parameters parameters, String name, int stride) {
            weight = parameters.filters(name);
            var channels = weight.size(0);
            scale = new TensorOptional(parameters.weight(name + ".scale"));
            shift = new TensorOptional(parameters.weight(name + ".shift"));
            mean = new TensorOptional(torch.zeros(channels));
            variance = new TensorOptional(torch.ones(channels));
            this.stride = stride;
        }

        Tensor apply(Tensor x) {
            var y = convolve(x, weight, noBias, stride, 1);
            return torch.batch_norm(y, scale, shift, mean, variance, true, 0.1, 1e-5, false);
        }
    }

    private record Classifier(Network network, Setup setup, UnaryOperator<Tensor> layers)
            implements Model {
        @Override
        public Tensor input(Batch batch) {
            return setup.images(Tensors.of(batch.inputs(), network.inputShape()));
        }

        @Override
        public Tensor output(Tensor input) {
            return layers.apply(input);
        }
    }
}
