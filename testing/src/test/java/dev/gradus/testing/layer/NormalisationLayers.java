package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.groupNorm;
import static dev.gradus.nn.Layers.instanceNorm;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.rmsNorm;
import static dev.gradus.nn.Layers.spectralNorm;
import static dev.gradus.nn.Layers.unitNorm;
import static dev.gradus.nn.Layers.weightNorm;
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
                            "weight[4] bias[4]"),
                    row(
                            batchNorm().withoutScaleAndShift(),
                            "batchNorm().withoutScaleAndShift()",
                            shape(2, 3),
                            shape(2, 3),
                            "runningMean[3] runningVariance[3]"),
                    row(
                            groupNorm(2),
                            "groupNorm(2)",
                            shape(3, 2, 4),
                            shape(3, 2, 4),
                            "weight[4] bias[4]"),
                    row(
                            groupNorm(3).epsilon(1e-3).withoutScaleAndShift(),
                            "groupNorm(3).epsilon(0.001).withoutScaleAndShift()",
                            shape(6),
                            shape(6),
                            ""),
                    row(
                            instanceNorm(),
                            "instanceNorm()",
                            shape(3, 2, 3),
                            shape(3, 2, 3),
                            "weight[3] bias[3]"),
                    row(
                            instanceNorm().epsilon(1e-3).withoutScaleAndShift(),
                            "instanceNorm().epsilon(0.001).withoutScaleAndShift()",
                            shape(5, 2),
                            shape(5, 2),
                            ""),
                    row(rmsNorm(), "rmsNorm()", shape(5), shape(5), "weight[5]"),
                    row(
                            rmsNorm().epsilon(1e-3),
                            "rmsNorm().epsilon(0.001)",
                            shape(2, 4),
                            shape(2, 4),
                            "weight[4]"),
                    row(unitNorm(), "unitNorm()", shape(2, 3), shape(2, 3), ""),
                    row(unitNorm(0), "unitNorm(0)", shape(3, 2), shape(3, 2), ""),
                    row(
                            spectralNorm(dense(3)),
                            "spectralNorm(dense(3))",
                            shape(4),
                            shape(3),
                            "layer.weight[4, 3] layer.bias[3] left[4] right[3]"),
                    row(
                            spectralNorm(conv2d(3, 2, RELU).withoutBias()).iterations(2),
                            "spectralNorm(conv2d(3, 2, RELU).withoutBias()).iterations(2)",
                            shape(4, 3, 2),
                            shape(3, 2, 3),
                            "layer.weight[2, 2, 2, 3] left[8] right[3]"),
                    row(
                            weightNorm(dense(3, TANH)),
                            "weightNorm(dense(3, TANH))",
                            shape(4),
                            shape(3),
                            "layer.weight[4, 3] layer.bias[3] length[3]"),
                    row(
                            weightNorm(conv2d(3, 2)),
                            "weightNorm(conv2d(3, 2))",
                            shape(4, 3, 2),
                            shape(3, 2, 3),
                            "layer.weight[2, 2, 2, 3] layer.bias[3] length[3]"));
}
