package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.conv2d;
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
                            "weight[3, 3, 1, 4] bias[4]"));
}
