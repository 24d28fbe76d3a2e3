package dev.gradus.nn;

import static dev.gradus.nn.Layers.LINEAR;
import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.elu;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.globalMax;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.leakyRelu;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.meanPool;
import static dev.gradus.nn.Layers.reshape;

import dev.gradus.nn.layer.Activation;
import dev.gradus.tensor.Shape;

/// Each row is a layer as a user writes it; a new layer adds rows here and no other test.
enum LayerCase {
    DENSE(dense(3), "dense(3)", shape(4), shape(3), "weight[4, 3] bias[3]"),
    DENSE_RELU(dense(3, RELU), "dense(3, RELU)", shape(4), shape(3), "weight[4, 3] bias[3]"),
    DENSE_OF_ROWS(
            dense(2).withoutBias(),
            "dense(2).withoutBias()",
            shape(3, 4),
            shape(3, 2),
            "weight[4, 2]"),
    FLATTEN(flatten(), "flatten()", shape(2, 3, 2), shape(12), ""),
    RESHAPE(reshape(3, 4), "reshape(3, 4)", shape(2, 6), shape(3, 4), ""),
    RESHAPE_INFERRED(reshape(-1, 2), "reshape(-1, 2)", shape(2, 3), shape(3, 2), ""),
    DROPOUT(dropout(0.4), "dropout(0.4)", shape(6), shape(6), ""),
    DROPOUT_OF_NOTHING(dropout(0), "dropout(0.0)", shape(6), shape(6), ""),
    CONVOLUTION(
            conv2d(3, 3),
            "conv2d(3, 3)",
            shape(5, 4, 2),
            shape(3, 2, 3),
            "weight[3, 3, 2, 3] bias[3]"),
    CONVOLUTION_SAME(
            conv2d(2, 3, Activation.GELU).padding(SAME).stride(2).withoutBias(),
            "conv2d(2, 3, GELU).stride(2).padding(SAME).withoutBias()",
            shape(5, 4, 1),
            shape(3, 2, 2),
            "weight[3, 3, 1, 2]"),
    CONVOLUTION_GROUPS(
            conv2d(4, 2).dilation(2).groups(2),
            "conv2d(4, 2).dilation(2).groups(2)",
            shape(4, 5, 4),
            shape(2, 3, 4),
            "weight[2, 2, 2, 4] bias[4]"),
    MAX_POOL(maxPool(2), "maxPool(2)", shape(5, 4, 2), shape(2, 2, 2), ""),
    MAX_POOL_SAME(
            maxPool(3).stride(2).padding(SAME),
            "maxPool(3).stride(2).padding(SAME)",
            shape(5, 4, 1),
            shape(3, 2, 1),
            ""),
    MAX_POOL_OF_SEQUENCES(maxPool(2), "maxPool(2)", shape(6, 3), shape(3, 3), ""),
    MEAN_POOL(meanPool(2), "meanPool(2)", shape(5, 4, 2), shape(2, 2, 2), ""),
    MEAN_POOL_SAME(
            meanPool(3).stride(2).padding(SAME),
            "meanPool(3).stride(2).padding(SAME)",
            shape(5, 4, 1),
            shape(3, 2, 1),
            ""),
    GLOBAL_MEAN(globalMean(), "globalMean()", shape(3, 2, 4), shape(4), ""),
    GLOBAL_MAX(globalMax(), "globalMax()", shape(3, 2, 4), shape(4), ""),
    BATCH_NORM(
            batchNorm(),
            "batchNorm()",
            shape(3),
            shape(3),
            "weight[3] bias[3] runningMean[3] runningVariance[3]"),
    BATCH_NORM_OF_PICTURES(
            batchNorm().momentum(0.2).epsilon(1e-3),
            "batchNorm().momentum(0.2).epsilon(0.001)",
            shape(2, 3, 2),
            shape(2, 3, 2),
            "weight[2] bias[2] runningMean[2] runningVariance[2]"),
    LAYER_NORM(layerNorm(), "layerNorm()", shape(5), shape(5), "weight[5] bias[5]"),
    LAYER_NORM_OF_ROWS(
            layerNorm().epsilon(1e-3),
            "layerNorm().epsilon(0.001)",
            shape(2, 4),
            shape(2, 4),
            "weight[4] bias[4]"),
    EMBEDDING(embedding(5, 3), "embedding(5, 3)", shape(4), shape(4, 3), "weight[5, 3]"),
    LINEAR_ALONE(LINEAR, "LINEAR", shape(3), shape(3), ""),
    RELU_ALONE(RELU, "RELU", shape(2, 3), shape(2, 3), ""),
    LEAKY_RELU_ALONE(leakyRelu(0.2), "leakyRelu(0.2)", shape(4), shape(4), ""),
    ELU_ALONE(elu(0.5), "elu(0.5)", shape(4), shape(4), ""),
    GELU_ALONE(Activation.GELU, "GELU", shape(4), shape(4), ""),
    SILU_ALONE(Activation.SILU, "SILU", shape(4), shape(4), ""),
    SIGMOID_ALONE(Activation.SIGMOID, "SIGMOID", shape(4), shape(4), ""),
    TANH_ALONE(Activation.TANH, "TANH", shape(4), shape(4), ""),
    SOFTMAX_ALONE(Activation.SOFTMAX, "SOFTMAX", shape(2, 4), shape(2, 4), ""),
    SEQUENTIAL(
            Sequential.of(dense(4, Activation.TANH), Sequential.of(dropout(0.5), dense(2))),
            "Sequential(dense(4, TANH), Sequential(dropout(0.5), dense(2)))",
            shape(3),
            shape(2),
            "0.weight[3, 4] 0.bias[4] 1.1.weight[4, 2] 1.1.bias[2]"),
    WORDS(
            Sequential.of(embedding(6, 3), globalMean(), dense(2)),
            "Sequential(embedding(6, 3), globalMean(), dense(2))",
            shape(4),
            shape(2),
            "0.weight[6, 3] 2.weight[3, 2] 2.bias[2]");

    final LayerSpec spec;
    final String text;
    final Shape input;
    final Shape output;
    final String parameters;

    LayerCase(LayerSpec spec, String text, Shape input, Shape output, String parameters) {
        this.spec = spec;
        this.text = text;
        this.input = input;
        this.output = output;
        this.parameters = parameters;
    }

    Layer build(long seed) {
        return spec.build(input, Seed.seed(seed));
    }

    private static Shape shape(int... sizes) {
        return Shape.of(sizes);
    }
}
