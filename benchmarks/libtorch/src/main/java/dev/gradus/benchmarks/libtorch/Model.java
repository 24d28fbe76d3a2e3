package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Batch;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// What a network computes, and how it likes its batches.
interface Model {
    static Model of(Network network, Parameters parameters) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON -> Perceptrons.small(network, parameters);
            case WIDE_PERCEPTRON -> Perceptrons.wide(network, parameters);
            case TABLE -> Perceptrons.table(network, parameters);
            case CONVOLUTIONAL -> ImageNetworks.convolutional(network, parameters);
            case RESIDUAL -> ImageNetworks.residual(network, parameters);
            case RECURRENT -> new Recurrent(network, parameters);
            case TRANSFORMER -> new Transformer(network, parameters);
        };
    }

    Tensor input(Batch batch);

    default Tensor target(Batch batch) {
        return Tensors.of(batch.targets(), batch.targets().length);
    }

    Tensor output(Tensor input);

    default Tensor loss(Tensor output, Tensor target) {
        return torch.cross_entropy_loss(output, target);
    }
}
