package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;

/// Answers of a network to one batch after the other.
final class Inference implements Contender.Task {
    private final Model model;
    private final List<Tensor> inputs;
    private final Tensor output = new Tensor();
    private int steps;

    Inference(Network network, Setup setup) {
        model = Model.of(network, new Parameters(network, setup));
        inputs =
                IntStream.range(0, Network.BATCHES)
                        .mapToObj(index -> model.input(network.batch(index)))
                        .toList();
    }

    @Override
    public void step() {
        try (var _ = new PointerScope();
                var _ = new InferenceMode(true)) {
            output.put(model.output(inputs.get(steps++ % Network.BATCHES)));
        }
    }

    @Override
    public double result() {
        try (var _ = new PointerScope()) {
            return Tensors.meanSquare(output);
        }
    }
}
