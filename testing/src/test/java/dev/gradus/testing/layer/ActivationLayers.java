package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.CELU;
import static dev.gradus.nn.Layers.ELU;
import static dev.gradus.nn.Layers.EXPONENTIAL;
import static dev.gradus.nn.Layers.GEGLU;
import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.GELU_TANH;
import static dev.gradus.nn.Layers.GLU;
import static dev.gradus.nn.Layers.HARD_SIGMOID;
import static dev.gradus.nn.Layers.HARD_SWISH;
import static dev.gradus.nn.Layers.HARD_TANH;
import static dev.gradus.nn.Layers.LEAKY_RELU;
import static dev.gradus.nn.Layers.LINEAR;
import static dev.gradus.nn.Layers.LOG_SIGMOID;
import static dev.gradus.nn.Layers.LOG_SOFTMAX;
import static dev.gradus.nn.Layers.MISH;
import static dev.gradus.nn.Layers.REGLU;
import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.RELU6;
import static dev.gradus.nn.Layers.RELU_SQUARED;
import static dev.gradus.nn.Layers.SELU;
import static dev.gradus.nn.Layers.SIGMOID;
import static dev.gradus.nn.Layers.SILU;
import static dev.gradus.nn.Layers.SOFTMAX;
import static dev.gradus.nn.Layers.SOFTPLUS;
import static dev.gradus.nn.Layers.SOFTSIGN;
import static dev.gradus.nn.Layers.SPARSEMAX;
import static dev.gradus.nn.Layers.SWIGLU;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.TANH_SHRINK;
import static dev.gradus.nn.Layers.celu;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.elu;
import static dev.gradus.nn.Layers.gatedDense;
import static dev.gradus.nn.Layers.hardShrink;
import static dev.gradus.nn.Layers.hardTanh;
import static dev.gradus.nn.Layers.leakyRelu;
import static dev.gradus.nn.Layers.prelu;
import static dev.gradus.nn.Layers.softShrink;
import static dev.gradus.nn.Layers.swiglu;
import static dev.gradus.nn.Layers.threshold;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Functions of single numbers, and of rows, as layers of their own, and those that bring weights.
interface ActivationLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(LINEAR, "LINEAR", shape(3), shape(3), ""),
                    row(RELU, "RELU", shape(2, 3), shape(2, 3), ""),
                    row(RELU6, "RELU6", shape(4), shape(4), ""),
                    row(RELU_SQUARED, "RELU_SQUARED", shape(4), shape(4), ""),
                    row(LEAKY_RELU, "leakyRelu(0.01)", shape(4), shape(4), ""),
                    row(leakyRelu(0.2), "leakyRelu(0.2)", shape(4), shape(4), ""),
                    row(ELU, "elu(1.0)", shape(4), shape(4), ""),
                    row(elu(0.5), "elu(0.5)", shape(4), shape(4), ""),
                    row(CELU, "celu(1.0)", shape(4), shape(4), ""),
                    row(celu(0.5), "celu(0.5)", shape(4), shape(4), ""),
                    row(SELU, "SELU", shape(4), shape(4), ""),
                    row(SOFTPLUS, "SOFTPLUS", shape(4), shape(4), ""),
                    row(threshold(0.1, 20), "threshold(0.1, 20.0)", shape(4), shape(4), ""),
                    row(GELU, "GELU", shape(4), shape(4), ""),
                    row(GELU_TANH, "GELU_TANH", shape(4), shape(4), ""),
                    row(SILU, "SILU", shape(4), shape(4), ""),
                    row(MISH, "MISH", shape(4), shape(4), ""),
                    row(HARD_SWISH, "HARD_SWISH", shape(4), shape(4), ""),
                    row(SIGMOID, "SIGMOID", shape(4), shape(4), ""),
                    row(HARD_SIGMOID, "HARD_SIGMOID", shape(4), shape(4), ""),
                    row(LOG_SIGMOID, "LOG_SIGMOID", shape(4), shape(4), ""),
                    row(TANH, "TANH", shape(4), shape(4), ""),
                    row(HARD_TANH, "HARD_TANH", shape(4), shape(4), ""),
                    row(hardTanh(-0.5, 2), "hardTanh(-0.5, 2.0)", shape(4), shape(4), ""),
                    row(SOFTSIGN, "SOFTSIGN", shape(4), shape(4), ""),
                    row(TANH_SHRINK, "TANH_SHRINK", shape(4), shape(4), ""),
                    row(softShrink(0.5), "softShrink(0.5)", shape(4), shape(4), ""),
                    row(hardShrink(0.5), "hardShrink(0.5)", shape(4), shape(4), ""),
                    row(EXPONENTIAL, "EXPONENTIAL", shape(4), shape(4), ""),
                    row(SOFTMAX, "SOFTMAX", shape(2, 4), shape(2, 4), ""),
                    row(LOG_SOFTMAX, "LOG_SOFTMAX", shape(2, 4), shape(2, 4), ""),
                    row(SPARSEMAX, "SPARSEMAX", shape(2, 4), shape(2, 4), ""),
                    row(GLU, "GLU", shape(2, 6), shape(2, 3), ""),
                    row(REGLU, "REGLU", shape(2, 6), shape(2, 3), ""),
                    row(GEGLU, "GEGLU", shape(2, 6), shape(2, 3), ""),
                    row(SWIGLU, "SWIGLU", shape(2, 6), shape(2, 3), ""),
                    row(dense(4, GLU), "dense(4, GLU)", shape(3), shape(2), "weight[3, 4] bias[4]"),
                    row(
                            dense(4, SPARSEMAX),
                            "dense(4, SPARSEMAX)",
                            shape(3),
                            shape(4),
                            "weight[3, 4] bias[4]"),
                    row(prelu(), "prelu()", shape(2, 3), shape(2, 3), "weight[3]"),
                    row(
                            prelu().slope(-0.5),
                            "prelu().slope(-0.5)",
                            shape(4),
                            shape(4),
                            "weight[4]"),
                    row(
                            swiglu(2),
                            "gatedDense(2, SILU)",
                            shape(3),
                            shape(2),
                            "gate.weight[3, 2] value.weight[3, 2]"),
                    row(
                            gatedDense(2, SIGMOID).withBias(),
                            "gatedDense(2, SIGMOID).withBias()",
                            shape(2, 3),
                            shape(2, 2),
                            "gate.weight[3, 2] gate.bias[2] value.weight[3, 2] value.bias[2]"));
}
