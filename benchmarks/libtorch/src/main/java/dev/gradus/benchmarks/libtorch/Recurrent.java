package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.libtorch.Parameters.Dense;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Batch;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// The LSTM over characters. Its batches lie time step after time step, as libtorch's LSTM likes
/// them.
///
/// That LSTM is oneDNN's: 48.5 and 29.7 ms a step at 1 and 2 threads, where libtorch's own takes 59
/// and 40, and one written out with the input's share as one product 61 and 41.
final class Recurrent implements Model {
    private static final int UNITS = 256;

    private final Network network;
    private final Tensor embedding;
    private final TensorVector state;
    private final TensorVector weights;
    private final Dense output;

    Recurrent(Network network, Parameters parameters) {
        this.network = network;
        embedding = parameters.weight("embedding");
        state = new TensorVector(zeros(), zeros());
        // Libtorch has a second bias, which adds nothing: it is zero and not trained.
        weights =
                new TensorVector(
                        parameters.weight("lstm.input", weight -> weight.t().contiguous()),
                        parameters.weight("lstm.state", weight -> weight.t().contiguous()),
                        parameters.weight("lstm.bias"),
                        torch.zeros(4 * UNITS));
        output = parameters.dense("output");
    }

    private Tensor zeros() {
        return torch.zeros(1, network.batch(), UNITS);
    }

    @Override
    public Tensor input(Batch batch) {
        return Tensors.of(batch.tokens(), network.inputShape()).t().contiguous();
    }

    @Override
    public Tensor target(Batch batch) {
        return Tensors.of(batch.targets(), network.inputShape()).t().reshape(-1);
    }

    @Override
    public Tensor output(Tensor input) {
        var x = torch.embedding(embedding, input);
        var hidden = torch.lstm(x, state, weights, true, 1, 0, true, false, false).get0();
        return output.apply(hidden.view(-1, UNITS));
    }
}
