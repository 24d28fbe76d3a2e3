package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// Training steps on one batch after the other.
final class Training implements Contender.Task {
    private record Pair(Tensor input, Tensor target) {}

    private final Model model;
    private final TensorVector parameters;
    private final Update update;
    private final List<Pair> batches;
    private final Tensor loss = new Tensor();
    private int steps;

    Training(Network network) {
        var all = new Parameters(network);
        model = Model.of(network, all);
        parameters = all.trained();
        update = Update.of(network, parameters);
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
            update.next(torch.grad(new TensorVector(loss), parameters));
        }
    }

    @Override
    public double result() {
        return loss.item_float();
    }
}
