package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Weight;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// The weights of a network as libtorch lays them out, and all that training changes.
final class Parameters {
    private final Map<String, Weight> weights;
    private final Setup setup;
    private final TensorVector trained = new TensorVector();

    Parameters(Network network, Setup setup) {
        this.setup = setup;
        weights =
                network.weights().stream()
                        .collect(Collectors.toMap(Weight::name, Function.identity()));
    }

    /// Returns how libtorch is used.
    Setup setup() {
        return setup;
    }

    TensorVector trained() {
        return trained;
    }

    /// Takes a weight as it is.
    Tensor weight(String name) {
        return weight(name, UnaryOperator.identity());
    }

    /// Takes a weight and turns it round before it is trained.
    Tensor weight(String name, UnaryOperator<Tensor> turn) {
        var weight = Objects.requireNonNull(weights.get(name), name);
        var tensor = turn.apply(Tensors.of(weight.values(), weight.shape()));
        tensor.set_requires_grad(true);
        trained.push_back(tensor);
        return tensor;
    }

    /// Takes the weights of a convolution.
    Tensor filters(String name) {
        return weight(name, setup::filters);
    }

    /// Takes a layer whose weights are called `name` and `name.bias`.
    Dense dense(String name) {
        return new Dense(
                weight(name, weight -> weight.t().contiguous()),
                new TensorOptional(weight(name + ".bias")));
    }

    /// A fully connected layer with weights `[out, in]`.
    record Dense(Tensor weight, TensorOptional bias) {
        Tensor apply(Tensor x) {
            return torch.linear(x, weight, bias);
        }
    }
}
