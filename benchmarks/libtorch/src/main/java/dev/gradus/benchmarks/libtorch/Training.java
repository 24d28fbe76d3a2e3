package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/// Training steps on one batch after the other.
final class Training implements Contender.Task {
    private record Pair(Tensor input, Tensor target) {}

    private final Model model;
    private final Learning learning;
    private final List<Pair> batches;
    private final Tensor loss = new Tensor();
    private int steps;

    Training(Network network, Setup setup) {
        var all = new Parameters(network, setup);
        model = Model.of(network, all);
        learning = setup.learning(network, all.trained());
        batches =
                IntStream.range(0, Network.BATCHES)
                        .mapToObj(network::batch)
                        .map(batch -> new Pair(model.input(batch), model.target(batch)))
                        .toList();
    }

    /// The scope frees what the step makes; the loss outlives it as a second reference.
    @Override
    public void step() {
        try (var _ = new PointerScope()) {
            var batch = batches.get(steps++ % Network.BATCHES);
            loss.put(model.loss(model.output(batch.input()), batch.target()));
            learning.from(loss);
        }
    }

    @Override
    public double result() {
        return loss.item_float();
    }
}
