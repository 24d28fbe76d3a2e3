package dev.gradus.benchmarks.tensorflow;

import dev.gradus.benchmarks.workload.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// The networks of the benchmark as graphs.
///
/// To train, the weights are variables; to answer, they are constants, as in a frozen graph.
final class Networks {
    private final Network network;
    private final Ops tf;
    private final List<Operand<TFloat32>> variables = new ArrayList<>();
    private final List<Op> sideEffects = new ArrayList<>();
    private final Iterator<Network.Weight> weights;

    private Networks(Network network, Ops tf) {
        this.network = network;
        this.tf = tf;
        this.weights = network.weights().iterator();
    }

    static GraphTask task(Network network, ConfigProto configuration) {
        var graph = new Graph();
        var networks = new Networks(network, Ops.create(graph));
        return network.training()
                ? networks.training(graph, configuration)
                : networks.inference(graph, configuration);
    }

    private GraphTask training(Graph graph, ConfigProto configuration) {
        var inputs = tf.placeholder(TFloat32.class, Placeholder.shape(shape(network.inputShape())));
        var outputs = forward(inputs);
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON,
                    WIDE_PERCEPTRON,
                    CONVOLUTIONAL,
                    RESIDUAL,
                    RECURRENT,
                    TRANSFORMER -> {
                var targets =
                        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(network.batch())));
                var entropy = tf.nn.sparseSoftmaxCrossEntropyWithLogits(outputs, targets);
                var loss = tf.math.mean(entropy.loss(), tf.constant(0));
                // The operation yields its own gradient, and none is registered for it here.
                var up = tf.math.mul(entropy.backprop(), tf.constant(1f / network.batch()));
                var updates = updates(outputs, Gradients.dx(List.of(up)));
                yield GraphTask.training(
                        graph, configuration, feeds(inputs, targets), loss, updates);
            }
            case TABLE -> {
                var targets =
                        tf.placeholder(
                                TFloat32.class, Placeholder.shape(Shape.of(network.batch(), 1)));
                // -p log s(x) - (1 - p) log (1 - s(x)) = log(1 + e^x) - p x
                var losses = tf.math.sub(tf.math.softplus(outputs), tf.math.mul(outputs, targets));
                var loss = tf.math.mean(losses, tf.array(0, 1));
                yield GraphTask.training(
                        graph, configuration, feeds(inputs, targets), loss, updates(loss));
            }
        };
    }

    private GraphTask inference(Graph graph, ConfigProto configuration) {
        var inputs = tf.placeholder(TFloat32.class, Placeholder.shape(shape(network.inputShape())));
        var outputs = forward(inputs);
        var result = tf.math.mean(tf.math.square(outputs), tf.array(0, 1));
        var feeds = new ArrayList<Map<Operand<?>, Tensor>>();
        for (var i = 0; i < Network.BATCHES; i++) {
            feeds.add(Map.of(inputs, inputs(i)));
        }
        return GraphTask.computing(graph, configuration, feeds, result, outputs);
    }

    private Op updates(Operand<TFloat32> output, Gradients.Options... up) {
        var optimizer =
                switch (network.architecture()) {
                    case SMALL_PERCEPTRON -> Optimizer.GRADIENT_DESCENT;
                    case RESIDUAL -> Optimizer.MOMENTUM;
                    case WIDE_PERCEPTRON, CONVOLUTIONAL, RECURRENT, TRANSFORMER, TABLE ->
                            Optimizer.ADAM;
                };
        var gradients = new ArrayList<Operand<TFloat32>>();
        var computed = tf.gradients(output, variables, up);
        for (var i = 0; i < variables.size(); i++) {
            gradients.add(computed.<TFloat32>dy(i));
        }
        sideEffects.addAll(optimizer.updates(tf, variables, gradients));
        return tf.withControlDependencies(sideEffects).noOp();
    }

    private Operand<TFloat32> forward(Operand<TFloat32> x) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON -> dense(hidden(x));
            case WIDE_PERCEPTRON -> dense(dropout(hidden(dropout(hidden(x)))));
            case TABLE -> dense(hidden(hidden(x)));
            case CONVOLUTIONAL -> {
                var y = tf.nn.relu(tf.nn.biasAdd(convolution(x, 1, "VALID"), next()));
                var z = tf.nn.relu(tf.nn.biasAdd(convolution(y, 1, "VALID"), next()));
                var two = tf.array(1, 2, 2, 1);
                var pooled = tf.nn.maxPool(z, two, two, "VALID");
                var flat = tf.reshape(pooled, tf.array(network.batch(), 12 * 12 * 64));
                yield dense(hidden(flat));
            }
            case RESIDUAL -> dense(new ResidualNetwork(tf, this::next, sideEffects).apply(x));
            case RECURRENT, TRANSFORMER -> throw new IllegalArgumentException(network.name());
        };
    }

    private Operand<TFloat32> hidden(Operand<TFloat32> x) {
        return tf.nn.relu(dense(x));
    }

    private Operand<TFloat32> dense(Operand<TFloat32> x) {
        return tf.nn.biasAdd(tf.linalg.matMul(x, next()), next());
    }

    private Operand<TFloat32> convolution(Operand<TFloat32> x, long stride, String padding) {
        return tf.nn.conv2d(x, next(), List.of(1L, stride, stride, 1L), padding);
    }

    private Operand<TFloat32> dropout(Operand<TFloat32> x) {
        if (network.dropout() == 0) {
            return x;
        }
        var uniform = tf.random.randomUniform(tf.shape(x), TFloat32.class);
        var kept = tf.math.greaterEqual(uniform, tf.constant(network.dropout()));
        var scale = tf.constant(1 / (1 - network.dropout()));
        return tf.math.mul(x, tf.math.mul(tf.dtypes.cast(kept, TFloat32.class), scale));
    }

    /// Returns the next of the network's weights.
    private Operand<TFloat32> next() {
        var weight = weights.next();
        var values = tf.constant(shape(weight.shape()), DataBuffers.of(weight.values()));
        if (!network.training()) {
            return values;
        }
        var variable = tf.variable(values);
        variables.add(variable);
        return variable;
    }

    private List<Map<Operand<?>, Tensor>> feeds(Operand<?> inputs, Operand<?> targets) {
        var feeds = new ArrayList<Map<Operand<?>, Tensor>>();
        for (var i = 0; i < Network.BATCHES; i++) {
            feeds.add(Map.of(inputs, inputs(i), targets, targets(i)));
        }
        return feeds;
    }

    private Tensor inputs(int index) {
        return TFloat32.tensorOf(
                shape(network.inputShape()), DataBuffers.of(network.batch(index).inputs()));
    }

    private Tensor targets(int index) {
        var batch = network.batch(index);
        return batch.targets().length > 0
                ? TInt32.vectorOf(batch.targets())
                : TFloat32.tensorOf(
                        Shape.of(network.batch(), 1), DataBuffers.of(batch.probabilities()));
    }

    private static Shape shape(int[] sizes) {
        return Shape.of(Arrays.stream(sizes).asLongStream().toArray());
    }
}
