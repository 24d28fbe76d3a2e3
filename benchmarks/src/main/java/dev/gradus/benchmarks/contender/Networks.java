package dev.gradus.benchmarks.contender;

import static dev.gradus.Gradus.*;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;

/// The networks of the benchmark, written as a user of Gradus writes them.
final class Networks {
    private Networks() {}

    /// Builds the network and gives its trainable parameters the weights to start from, in order.
    static Layer build(Network network) {
        var layer = architecture(network);
        var parameters =
                Parameters.of(layer).values().stream().filter(Parameter::trainable).toList();
        var weights = network.weights();
        for (var i = 0; i < weights.size(); i++) {
            var weight = weights.get(i);
            parameters.get(i).set(Tensor.of(weight.values(), weight.shape()));
        }
        return layer;
    }

    private static Layer architecture(Network network) {
        var inputs = network.inputShape();
        var example = Shape.of(Arrays.copyOfRange(inputs, 1, inputs.length));
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON ->
                    Sequential.of(dense(128, RELU), dense(10)).build(example, Seed.seed(0));
            case WIDE_PERCEPTRON ->
                    Sequential.of(
                                    dense(512, RELU),
                                    dropout(network.dropout()),
                                    dense(512, RELU),
                                    dropout(network.dropout()),
                                    dense(10))
                            .build(example, Seed.seed(0));
            case CONVOLUTIONAL ->
                    Sequential.of(
                                    conv2d(32, 3, RELU),
                                    conv2d(64, 3, RELU),
                                    maxPool(2),
                                    flatten(),
                                    dense(128, RELU),
                                    dense(10))
                            .build(example, Seed.seed(0));
            case RESIDUAL -> ResidualNetwork.build();
            case RECURRENT -> CharacterLstm.build();
            case TRANSFORMER -> CharacterTransformer.build();
            case TABLE ->
                    Sequential.of(dense(64, RELU), dense(32, RELU), dense(1))
                            .build(example, Seed.seed(0));
        };
    }

    static Tensor loss(Network network, Tensor output, Tensor target) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON,
                    WIDE_PERCEPTRON,
                    CONVOLUTIONAL,
                    RESIDUAL,
                    RECURRENT,
                    TRANSFORMER ->
                    Losses.crossEntropy(output, target);
            case TABLE -> Losses.binaryCrossEntropy(output.squeeze(1), target);
        };
    }

    static OptimizerSpec optimizer(Network network) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON -> sgd(0.01);
            case RESIDUAL -> sgd(0.01).momentum(0.9);
            case WIDE_PERCEPTRON, CONVOLUTIONAL, RECURRENT, TABLE -> adam(1e-3);
            case TRANSFORMER -> adamW(1e-3);
        };
    }

    static Tensor inputs(Network network, int index) {
        var batch = network.batch(index);
        return batch.tokens().length > 0
                ? Tensor.of(batch.tokens(), network.inputShape())
                : Tensor.of(batch.inputs(), network.inputShape());
    }

    static Tensor targets(Network network, int index) {
        var batch = network.batch(index);
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON, CONVOLUTIONAL, RESIDUAL ->
                    Tensor.of(batch.targets(), network.batch());
            case RECURRENT, TRANSFORMER -> Tensor.of(batch.targets(), network.inputShape());
            case TABLE -> Tensor.of(batch.probabilities(), network.batch());
        };
    }
}
