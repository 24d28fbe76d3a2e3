package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.ELU;
import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.LEAKY_RELU;
import static dev.gradus.nn.Layers.LINEAR;
import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SIGMOID;
import static dev.gradus.nn.Layers.SILU;
import static dev.gradus.nn.Layers.SOFTMAX;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.elu;
import static dev.gradus.nn.Layers.leakyRelu;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Functions of single numbers, and of rows, as layers of their own.
interface ActivationLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(LINEAR, "LINEAR", shape(3), shape(3), ""),
                    row(RELU, "RELU", shape(2, 3), shape(2, 3), ""),
                    row(LEAKY_RELU, "leakyRelu(0.01)", shape(4), shape(4), ""),
                    row(leakyRelu(0.2), "leakyRelu(0.2)", shape(4), shape(4), ""),
                    row(ELU, "elu(1.0)", shape(4), shape(4), ""),
                    row(elu(0.5), "elu(0.5)", shape(4), shape(4), ""),
                    row(GELU, "GELU", shape(4), shape(4), ""),
                    row(SILU, "SILU", shape(4), shape(4), ""),
                    row(SIGMOID, "SIGMOID", shape(4), shape(4), ""),
                    row(TANH, "TANH", shape(4), shape(4), ""),
                    row(SOFTMAX, "SOFTMAX", shape(2, 4), shape(2, 4), ""));
}
