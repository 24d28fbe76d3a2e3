package dev.gradus.benchmarks.deeplearning4j;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Weight;
import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// The networks of the benchmark as configurations of layers.
///
/// Images have their channels last, which is a little faster here than first.
final class Networks {
    private Networks() {}

    static boolean supports(Network network) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON, CONVOLUTIONAL, TABLE -> true;
            case RESIDUAL, RECURRENT, TRANSFORMER -> false;
        };
    }

    /// Builds the network with the weights that training starts from.
    static MultiLayerNetwork build(Network network) {
        var built = new MultiLayerNetwork(layers(network).build());
        built.init();
        var weights = network.weights().iterator();
        for (Layer layer : built.getLayers()) {
            if (layer.numParams() > 0) {
                layer.getParam("W").assign(turned(weights.next()));
                layer.getParam("b").assign(Nd4j.createFromArray(weights.next().values()));
            }
        }
        return built;
    }

    private static ListBuilder layers(Network network) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON ->
                    start(network)
                            .layer(dense(784, 128).build())
                            .layer(classes(network, 128).build());
            case WIDE_PERCEPTRON -> {
                // Dropout belongs to the layer behind it, and what counts is the share that stays.
                var second = dense(512, 512);
                var output = classes(network, 512);
                if (network.dropout() > 0) {
                    second.dropOut(1 - network.dropout());
                    output.dropOut(1 - network.dropout());
                }
                yield start(network)
                        .layer(dense(784, 512).build())
                        .layer(second.build())
                        .layer(output.build());
            }
            case CONVOLUTIONAL ->
                    start(network)
                            .layer(convolution(32))
                            .layer(convolution(64))
                            .layer(pooling())
                            .layer(dense(12 * 12 * 64, 128).build())
                            .layer(classes(network, 128).build())
                            .setInputType(InputType.convolutional(28, 28, 1, CNN2DFormat.NHWC));
            case TABLE ->
                    start(network)
                            .layer(dense(30, 64).build())
                            .layer(dense(64, 32).build())
                            .layer(
                                    new OutputLayer.Builder(LossFunction.XENT)
                                            .nIn(32)
                                            .nOut(1)
                                            .activation(Activation.SIGMOID)
                                            .build());
            case RESIDUAL, RECURRENT, TRANSFORMER ->
                    throw new IllegalArgumentException(network.name());
        };
    }

    private static ListBuilder start(Network network) {
        var sgd = network.architecture() == Network.Architecture.SMALL_PERCEPTRON;
        return new NeuralNetConfiguration.Builder()
                .updater(sgd ? new Sgd(0.01) : new Adam(1e-3))
                .list();
    }

    private static DenseLayer.Builder dense(int inputs, int outputs) {
        return new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(Activation.RELU);
    }

    /// Probabilities to train with, or logits, which is all that inference is asked for.
    private static OutputLayer.Builder classes(Network network, int inputs) {
        return new OutputLayer.Builder(network.training() ? LossFunction.MCXENT : LossFunction.MSE)
                .nIn(inputs)
                .nOut(10)
                .activation(network.training() ? Activation.SOFTMAX : Activation.IDENTITY);
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .activation(Activation.RELU)
                .dataFormat(CNN2DFormat.NHWC)
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(new int[] {2, 2}, new int[] {2, 2})
                .dataFormat(CNN2DFormat.NHWC)
                .build();
    }

    /// Turns weights of a convolution round to `[out, in, height, width]`.
    private static INDArray turned(Weight weight) {
        var values = array(weight.values(), weight.shape());
        return weight.shape().length == 4 ? values.permute(3, 2, 0, 1) : values;
    }

    static INDArray inputs(Network network, int index) {
        return array(network.batch(index).inputs(), network.inputShape());
    }

    /// Returns a one for the class of every example, or the probability of its only class.
    static INDArray targets(Network network, int index) {
        var batch = network.batch(index);
        if (batch.probabilities().length > 0) {
            return array(batch.probabilities(), network.batch(), 1);
        }
        var targets = new float[network.batch() * 10];
        for (var i = 0; i < network.batch(); i++) {
            targets[i * 10 + batch.targets()[i]] = 1;
        }
        return array(targets, network.batch(), 10);
    }

    private static INDArray array(float[] values, int... shape) {
        return Nd4j.create(values, Arrays.stream(shape).asLongStream().toArray(), 'c');
    }
}
