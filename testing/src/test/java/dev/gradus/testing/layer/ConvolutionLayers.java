package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.CAUSAL;
import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.conv1d;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.conv3d;
import static dev.gradus.nn.Layers.convTranspose1d;
import static dev.gradus.nn.Layers.convTranspose2d;
import static dev.gradus.nn.Layers.convTranspose3d;
import static dev.gradus.nn.Layers.depthwiseConv1d;
import static dev.gradus.nn.Layers.depthwiseConv2d;
import static dev.gradus.nn.Layers.separableConv1d;
import static dev.gradus.nn.Layers.separableConv2d;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Layers that look at their input through small windows with the same weights everywhere.
interface ConvolutionLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(
                            conv2d(3, 3),
                            "conv2d(3, 3)",
                            shape(5, 4, 2),
                            shape(3, 2, 3),
                            "weight[3, 3, 2, 3] bias[3]"),
                    row(
                            conv2d(3, 3).padding(SAME),
                            "conv2d(3, 3).padding(SAME)",
                            shape(5, 4, 2),
                            shape(5, 4, 3),
                            "weight[3, 3, 2, 3] bias[3]"),
                    row(
                            conv2d(2, 3, GELU).padding(SAME).stride(2).withoutBias(),
                            "conv2d(2, 3, GELU).stride(2).padding(SAME).withoutBias()",
                            shape(5, 4, 1),
                            shape(3, 2, 2),
                            "weight[3, 3, 1, 2]"),
                    row(
                            conv2d(4, 2).dilation(2).groups(2),
                            "conv2d(4, 2).dilation(2).groups(2)",
                            shape(4, 5, 4),
                            shape(2, 3, 4),
                            "weight[2, 2, 2, 4] bias[4]"),
                    row(
                            conv2d(4, 3).stride(2).groups(4),
                            "conv2d(4, 3).stride(2).groups(4)",
                            shape(7, 6, 4),
                            shape(3, 2, 4),
                            "weight[3, 3, 1, 4] bias[4]"),
                    row(
                            conv1d(3, 3),
                            "conv1d(3, 3)",
                            shape(7, 2),
                            shape(5, 3),
                            "weight[3, 2, 3] bias[3]"),
                    row(
                            conv1d(4, 2, GELU).stride(2).padding(SAME).groups(2),
                            "conv1d(4, 2, GELU).stride(2).padding(SAME).groups(2)",
                            shape(5, 4),
                            shape(3, 4),
                            "weight[2, 2, 4] bias[4]"),
                    row(
                            conv1d(2, 3).dilation(2),
                            "conv1d(2, 3).dilation(2)",
                            shape(7, 1),
                            shape(3, 2),
                            "weight[3, 1, 2] bias[2]"),
                    row(
                            conv2d(2, 1).size(1, 3).stride(1, 2).padding(SAME),
                            "conv2d(2, 1).size(1, 3).stride(1, 2).padding(SAME)",
                            shape(3, 5, 2),
                            shape(3, 3, 2),
                            "weight[1, 3, 2, 2] bias[2]"),
                    row(
                            conv2d(2, 2).size(2, 3).dilation(2, 1),
                            "conv2d(2, 2).size(2, 3).dilation(2, 1)",
                            shape(5, 4, 1),
                            shape(3, 2, 2),
                            "weight[2, 3, 1, 2] bias[2]"),
                    row(
                            conv3d(2, 2),
                            "conv3d(2, 2)",
                            shape(3, 2, 4, 2),
                            shape(2, 1, 3, 2),
                            "weight[2, 2, 2, 2, 2] bias[2]"),
                    row(
                            conv3d(2, 1)
                                    .size(1, 2, 3)
                                    .stride(2)
                                    .padding(SAME)
                                    .groups(2)
                                    .withoutBias(),
                            "conv3d(2, 1).size(1, 2, 3).stride(2).padding(SAME).groups(2).withoutBias()",
                            shape(3, 2, 4, 2),
                            shape(2, 1, 2, 2),
                            "weight[1, 2, 3, 1, 2]"),
                    row(
                            depthwiseConv1d(3),
                            "depthwiseConv1d(3)",
                            shape(5, 3),
                            shape(3, 3),
                            "weight[3, 1, 3] bias[3]"),
                    row(
                            depthwiseConv2d(3),
                            "depthwiseConv2d(3)",
                            shape(5, 4, 3),
                            shape(3, 2, 3),
                            "weight[3, 3, 1, 3] bias[3]"),
                    row(
                            depthwiseConv2d(3, GELU).stride(2).padding(SAME).multiplier(2),
                            "depthwiseConv2d(3, GELU).stride(2).padding(SAME).multiplier(2)",
                            shape(5, 4, 3),
                            shape(3, 2, 6),
                            "weight[3, 3, 1, 6] bias[6]"),
                    row(
                            depthwiseConv2d(2).size(2, 3).dilation(2, 1).withoutBias(),
                            "depthwiseConv2d(2).size(2, 3).dilation(2, 1).withoutBias()",
                            shape(4, 4, 2),
                            shape(2, 2, 2),
                            "weight[2, 3, 1, 2]"),
                    row(
                            separableConv1d(4, 3),
                            "separableConv1d(4, 3)",
                            shape(6, 2),
                            shape(4, 4),
                            "depthwise.weight[3, 1, 2] pointwise.weight[1, 2, 4] pointwise.bias[4]"),
                    row(
                            separableConv2d(3, 3),
                            "separableConv2d(3, 3)",
                            shape(5, 4, 2),
                            shape(3, 2, 3),
                            "depthwise.weight[3, 3, 1, 2] pointwise.weight[1, 1, 2, 3] pointwise.bias[3]"),
                    row(
                            separableConv2d(2, 3, GELU)
                                    .stride(2)
                                    .padding(SAME)
                                    .multiplier(2)
                                    .withoutBias(),
                            "separableConv2d(2, 3, GELU).stride(2).padding(SAME).multiplier(2).withoutBias()",
                            shape(5, 4, 2),
                            shape(3, 2, 2),
                            "depthwise.weight[3, 3, 1, 4] pointwise.weight[1, 1, 4, 2]"),
                    row(
                            separableConv2d(2, 2).size(2, 1).dilation(2),
                            "separableConv2d(2, 2).size(2, 1).dilation(2)",
                            shape(4, 3, 1),
                            shape(2, 3, 2),
                            "depthwise.weight[2, 1, 1, 1] pointwise.weight[1, 1, 1, 2] pointwise.bias[2]"),
                    row(
                            convTranspose1d(3, 3),
                            "convTranspose1d(3, 3)",
                            shape(4, 2),
                            shape(6, 3),
                            "weight[3, 3, 2] bias[3]"),
                    row(
                            convTranspose1d(2, 2, GELU).stride(3),
                            "convTranspose1d(2, 2, GELU).stride(3)",
                            shape(3, 1),
                            shape(9, 2),
                            "weight[2, 2, 1] bias[2]"),
                    row(
                            convTranspose1d(2, 4).stride(2).padding(SAME),
                            "convTranspose1d(2, 4).stride(2).padding(SAME)",
                            shape(3, 2),
                            shape(6, 2),
                            "weight[4, 2, 2] bias[2]"),
                    row(
                            convTranspose2d(3, 3),
                            "convTranspose2d(3, 3)",
                            shape(2, 3, 2),
                            shape(4, 5, 3),
                            "weight[3, 3, 3, 2] bias[3]"),
                    row(
                            convTranspose2d(2, 3).stride(2).padding(SAME).withoutBias(),
                            "convTranspose2d(2, 3).stride(2).padding(SAME).withoutBias()",
                            shape(2, 3, 3),
                            shape(4, 6, 2),
                            "weight[3, 3, 2, 3]"),
                    row(
                            convTranspose2d(4, 3).stride(2).groups(2),
                            "convTranspose2d(4, 3).stride(2).groups(2)",
                            shape(3, 2, 4),
                            shape(7, 5, 4),
                            "weight[3, 3, 2, 4] bias[4]"),
                    row(
                            convTranspose2d(2, 2)
                                    .size(2, 3)
                                    .stride(1, 2)
                                    .padding(SAME)
                                    .dilation(2, 1),
                            "convTranspose2d(2, 2).size(2, 3).stride(1, 2).padding(SAME).dilation(2, 1)",
                            shape(3, 2, 2),
                            shape(3, 4, 2),
                            "weight[2, 3, 2, 2] bias[2]"),
                    row(
                            convTranspose3d(2, 2).stride(2, 1, 1),
                            "convTranspose3d(2, 2).stride(2, 1, 1)",
                            shape(2, 1, 2, 2),
                            shape(4, 2, 3, 2),
                            "weight[2, 2, 2, 2, 2] bias[2]"),
                    row(
                            conv1d(2, 3).padding(CAUSAL).dilation(2),
                            "conv1d(2, 3).padding(CAUSAL).dilation(2)",
                            shape(6, 2),
                            shape(6, 2),
                            "weight[3, 2, 2] bias[2]"),
                    row(
                            conv1d(3, 2).stride(2).padding(CAUSAL),
                            "conv1d(3, 2).stride(2).padding(CAUSAL)",
                            shape(5, 1),
                            shape(3, 3),
                            "weight[2, 1, 3] bias[3]"),
                    row(
                            separableConv1d(2, 3).padding(CAUSAL),
                            "separableConv1d(2, 3).padding(CAUSAL)",
                            shape(4, 3),
                            shape(4, 2),
                            "depthwise.weight[3, 1, 3] pointwise.weight[1, 3, 2] pointwise.bias[2]"));
}
