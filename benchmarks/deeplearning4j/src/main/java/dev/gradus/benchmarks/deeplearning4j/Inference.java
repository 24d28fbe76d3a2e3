package dev.gradus.benchmarks.deeplearning4j;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Answers of a network to one batch after the other, as logits.
final class Inference implements Contender.Task {
    private final MultiLayerNetwork network;
    private final INDArray[] inputs = new INDArray[Network.BATCHES];
    private INDArray output = Nd4j.scalar(Float.NaN);
    private int steps;

    Inference(Network network) {
        this.network = Networks.build(network);
        for (var i = 0; i < Network.BATCHES; i++) {
            inputs[i] = Networks.inputs(network, i);
        }
    }

    @Override
    public void step() {
        output = network.output(inputs[steps++ % Network.BATCHES], false);
    }

    @Override
    public double result() {
        return output.mul(output).meanNumber().doubleValue();
    }
}
