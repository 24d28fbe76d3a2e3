package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Batch;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Stacks of fully connected layers.
final class Perceptrons {
    private Perceptrons() {}

    static Model small(Network network, Parameters parameters) {
        var hidden = parameters.dense("hidden");
        var output = parameters.dense("output");
        return new Classifier(network, x -> output.apply(hidden.apply(x).relu_()));
    }

    static Model wide(Network network, Parameters parameters) {
        var first = parameters.dense("first");
        var second = parameters.dense("second");
        var output = parameters.dense("output");
        UnaryOperator<Tensor> silence =
                x -> network.dropout() > 0 ? torch.dropout(x, network.dropout(), true) : x;
        return new Classifier(
                network,
                x -> {
                    var hidden = silence.apply(first.apply(x).relu_());
                    return output.apply(silence.apply(second.apply(hidden).relu_()));
                });
    }

    static Model table(Network network, Parameters parameters) {
        var first = parameters.dense("first");
        var second = parameters.dense("second");
        var output = parameters.dense("output");
        return new YesOrNo(
                network, x -> output.apply(second.apply(first.apply(x).relu_()).relu_()));
    }

    private record Classifier(Network network, UnaryOperator<Tensor> layers) implements Model {
        @Override
        public Tensor input(Batch batch) {
            return Tensors.of(batch.inputs(), network.inputShape());
        }

        @Override
        public Tensor output(Tensor input) {
            return layers.apply(input);
        }
    }

    private record YesOrNo(Network network, UnaryOperator<Tensor> layers) implements Model {
        @Override
        public Tensor input(Batch batch) {
            return Tensors.of(batch.inputs(), network.inputShape());
        }

        @Override
        public Tensor target(Batch batch) {
            return Tensors.of(batch.probabilities(), network.batch(), 1);
        }

        @Override
        public Tensor output(Tensor input) {
            return layers.apply(input);
        }

        @Override
        public Tensor loss(Tensor output, Tensor target) {
            return torch.binary_cross_entropy_with_logits(output, target);
        }
    }
}
