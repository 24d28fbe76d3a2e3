package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/// A small network written in tensor operations alone, trained for a few steps on numbers drawn at
/// random.
///
/// Its weights afterwards are a fingerprint of everything that took part: forward, backward,
/// update, the random numbers of dropout, and the order of arithmetic in all of them.
public final class TrainedNetwork {
    private static final int BATCH = 32;
    private static final int CLASSES = 10;
    private static final int STEPS = 4;

    private final Shape input;
    private final List<Parameter> parameters;
    private final UnaryOperator<Tensor> network;

    private TrainedNetwork(Shape input, List<Parameter> parameters, UnaryOperator<Tensor> network) {
        this.input = input;
        this.parameters = parameters;
        this.network = network;
    }

    /// Returns a network of three dense layers with dropout, wide enough that its products are
    /// shared out to several threads.
    public static TrainedNetwork perceptron() {
        var weights = List.of(weight(784, 256), weight(256, 100), weight(100, CLASSES));
        var biases = List.of(zeros(256), zeros(100), zeros(CLASSES));
        var all = new ArrayList<>(weights);
        all.addAll(biases);
        return new TrainedNetwork(
                Shape.of(BATCH, 784),
                all,
                x -> {
                    var y = dropout(x.matmul(weights.get(0)).add(biases.get(0)).relu());
                    var z = y.matmul(weights.get(1)).add(biases.get(1)).tanh();
                    return z.matmul(weights.get(2)).add(biases.get(2));
                });
    }

    /// Returns a network of two convolutions, pooling, normalisation over the batch and a dense
    /// layer.
    public static TrainedNetwork convolutional() {
        var first = weight(3, 3, 1, 16);
        var second = weight(3, 3, 16, 32);
        var scale = Parameter.of(Tensor.ones(32));
        var last = weight(7 * 7 * 32, CLASSES);
        var padded = Geometries.padded(2, 1);
        var halved = Geometries.window(2, 2, 2, 0);
        return new TrainedNetwork(
                Shape.of(BATCH, 28, 28, 1),
                List.of(first, second, scale, last),
                x -> {
                    var y = x.convolve(first, padded).relu().maxPool(halved);
                    var z = normalised(y.convolve(second, padded)).mul(scale).relu();
                    var pooled = z.sumPool(halved).mul(0.25);
                    return dropout(pooled.reshape(BATCH, -1)).matmul(last);
                });
    }

    private static Parameter weight(int... sizes) {
        var shape = Shape.of(sizes);
        var spread = Math.sqrt(6.0 / Math.max(1, shape.count() / shape.size(-1)));
        var key = 11L * shape.count() + shape.rank();
        return Parameter.of(Tensor.random(sizes).seed(key).sub(0.5).mul(spread));
    }

    private static Parameter zeros(int size) {
        return Parameter.of(Tensor.zeros(size));
    }

    private static Tensor dropout(Tensor x) {
        var kept = Tensor.randomPerStep(x.shape()).less(0.75).cast(DType.FLOAT32);
        return Tensor.byMode(x.mul(kept).div(0.75), x);
    }

    private static Tensor normalised(Tensor x) {
        var axes = x.shape().axes(0, 1, 2);
        var centred = x.sub(x.meanKeeping(axes));
        return centred.div(centred.square().meanKeeping(axes).add(1e-5).sqrt());
    }

    /// Trains the network and returns its parameters.
    public List<Parameter> train() {
        var labels = Tensor.random(BATCH).seed(5).mul(CLASSES).cast(DType.INT64);
        var rate = 0.1;
        for (var step = 0; step < STEPS; step++) {
            var x = Tensor.random(input.toArray()).seed(100 + step);
            var loss =
                    network.apply(x).logSoftmax(-1).mul(labels.oneHot(CLASSES)).sum(1).mean().neg();
            var gradients = Gradients.of(loss, parameters);
            var updates = new LinkedHashMap<Parameter, Tensor>();
            for (var i = 0; i < parameters.size(); i++) {
                var parameter = parameters.get(i);
                updates.put(parameter, parameter.sub(gradients.get(i).mul(rate)));
            }
            Step.run(List.of(loss), updates, Randomness.stepKey(7, step));
            rate *= 0.9;
        }
        return parameters;
    }
}
