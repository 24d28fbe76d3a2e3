package dev.gradus.benchmarks.contender;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.nn.Layer;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.tensor.Tensor;

/// Training steps of a network.
final class Training implements Contender.Task {
    private final Network network;
    private final Layer layer;
    private final Optimizer optimizer;
    private final Tensor[] inputs = new Tensor[Network.BATCHES];
    private final Tensor[] targets = new Tensor[Network.BATCHES];
    private Tensor loss = Tensor.scalar(Double.NaN);
    private int steps;

    Training(Network network) {
        this.network = network;
        this.layer = Networks.build(network);
        this.optimizer = Networks.optimizer(network).on(layer);
        for (var i = 0; i < Network.BATCHES; i++) {
            inputs[i] = Networks.inputs(network, i);
            targets[i] = Networks.targets(network, i);
        }
    }

    @Override
    public void step() {
        var batch = steps++ % Network.BATCHES;
        loss = Networks.loss(network, layer.apply(inputs[batch]), targets[batch]);
        optimizer.step(loss);
    }

    @Override
    public double result() {
        return loss.item();
    }
}
