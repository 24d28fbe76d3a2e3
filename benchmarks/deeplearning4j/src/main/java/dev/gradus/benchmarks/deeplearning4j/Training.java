package dev.gradus.benchmarks.deeplearning4j;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

/// Training steps of a network.
final class Training implements Contender.Task {
    private final MultiLayerNetwork network;
    private final INDArray[] inputs = new INDArray[Network.BATCHES];
    private final INDArray[] targets = new INDArray[Network.BATCHES];
    private final List<Adam> adams;
    private int steps;

    Training(Network network) {
        this.network = Networks.build(network);
        for (var i = 0; i < Network.BATCHES; i++) {
            inputs[i] = Networks.inputs(network, i);
            targets[i] = Networks.targets(network, i);
        }
        this.adams =
                ((MultiLayerUpdater) this.network.getUpdater())
                        .getUpdaterBlocks().stream()
                                .map(block -> block.getGradientUpdater())
                                .filter(AdamUpdater.class::isInstance)
                                .map(updater -> ((AdamUpdater) updater).getConfig())
                                .toList();
    }

    @Override
    public void step() {
        var batch = steps++ % Network.BATCHES;
        // ND4J adds epsilon before it corrects the second moment, the paper's method after.
        var epsilon = 1e-8 * Math.sqrt(1 - Math.pow(Adam.DEFAULT_ADAM_BETA2_VAR_DECAY, steps));
        adams.forEach(adam -> adam.setEpsilon(epsilon));
        network.fit(inputs[batch], targets[batch]);
    }

    @Override
    public double result() {
        return network.score();
    }
}
