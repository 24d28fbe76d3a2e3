package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Layers that bring numbers to a common size.
interface NormalisationLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(
                            batchNorm(),
                            "batchNorm()",
                            shape(3),
                            shape(3),
                            "weight[3] bias[3] runningMean[3] runningVariance[3]"),
                    row(
                            batchNorm().momentum(0.2).epsilon(1e-3),
                            "batchNorm().momentum(0.2).epsilon(0.001)",
                            shape(2, 3, 2),
                            shape(2, 3, 2),
                            "weight[2] bias[2] runningMean[2] runningVariance[2]"),
                    row(layerNorm(), "layerNorm()", shape(5), shape(5), "weight[5] bias[5]"),
                    row(
                            layerNorm().epsilon(1e-3),
                            "layerNorm().epsilon(0.001)",
                            shape(2, 4),
                            shape(2, 4),
                            "weight[4] bias[4]"));
}
