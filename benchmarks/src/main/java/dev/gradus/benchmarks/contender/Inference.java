package dev.gradus.benchmarks.contender;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.nn.Layer;
import dev.gradus.tensor.Tensor;

/// Answers of a network to one batch after the other.
final class Inference implements Contender.Task {
    private final Layer layer;
    private final Tensor[] inputs = new Tensor[Network.BATCHES];
    private Tensor output = Tensor.scalar(Double.NaN);
    private int steps;

    Inference(Network network) {
        this.layer = Networks.build(network);
        for (var i = 0; i < Network.BATCHES; i++) {
            inputs[i] = Networks.inputs(network, i);
        }
    }

    @Override
    public void step() {
        output = layer.apply(inputs[steps++ % Network.BATCHES]).realize();
    }

    @Override
    public double result() {
        return output.square().mean().item();
    }
}
