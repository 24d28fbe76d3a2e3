package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.denseBlock;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.frozen;
import static dev.gradus.nn.Layers.lowRank;
import static dev.gradus.nn.Layers.mixtureOfExperts;
import static dev.gradus.nn.Layers.residual;
import static dev.gradus.nn.Layers.squeezeExcitation;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import dev.gradus.nn.Sequential;
import java.util.List;

/// Layers around other layers: frozen ones, ways around, several side by side.
interface WrappingLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(
                            frozen(dense(3)),
                            "frozen(dense(3))",
                            shape(4),
                            shape(3),
                            "weight[4, 3] bias[3]"),
                    row(
                            frozen(batchNorm()),
                            "frozen(batchNorm())",
                            shape(2, 3),
                            shape(2, 3),
                            "weight[3] bias[3] runningMean[3] runningVariance[3]"),
                    row(
                            frozen(Sequential.of(dense(4, TANH), dropout(0.5))),
                            "frozen(Sequential(dense(4, TANH), dropout(0.5)))",
                            shape(3),
                            shape(4),
                            "0.weight[3, 4] 0.bias[4]"),
                    row(
                            Sequential.of(dense(4, TANH), frozen(batchNorm()), dense(2)),
                            "Sequential(dense(4, TANH), frozen(batchNorm()), dense(2))",
                            shape(3),
                            shape(2),
                            "0.weight[3, 4] 0.bias[4] 1.weight[4] 1.bias[4] 1.runningMean[4] 1.runningVariance[4] 2.weight[4, 2] 2.bias[2]"),
                    row(
                            dense(3, TANH).named("features"),
                            "dense(3, TANH).named(\"features\")",
                            shape(4),
                            shape(3),
                            "weight[4, 3] bias[3]"),
                    row(
                            Sequential.of(
                                    Sequential.of(dense(4, TANH).named("in")).named("features"),
                                    dense(2)),
                            "Sequential(Sequential(dense(4, TANH).named(\"in\")).named(\"features\"), dense(2))",
                            shape(3),
                            shape(2),
                            "features.in.weight[3, 4] features.in.bias[4] 1.weight[4, 2] 1.bias[2]"),
                    row(
                            residual(dense(4, TANH), dense(3)),
                            "residual(dense(4, TANH), dense(3))",
                            shape(3),
                            shape(3),
                            "layers.0.weight[3, 4] layers.0.bias[4] layers.1.weight[4, 3] layers.1.bias[3]"),
                    row(
                            residual(batchNorm(), dense(4)).shortcut(dense(4).withoutBias()),
                            "residual(batchNorm(), dense(4)).shortcut(dense(4).withoutBias())",
                            shape(2, 3),
                            shape(2, 4),
                            "layers.0.weight[3] layers.0.bias[3] layers.0.runningMean[3] layers.0.runningVariance[3] layers.1.weight[3, 4] layers.1.bias[4] shortcut.weight[3, 4]"),
                    row(
                            denseBlock(dense(2, TANH), dense(3)),
                            "denseBlock(dense(2, TANH), dense(3))",
                            shape(3),
                            shape(8),
                            "layers.0.weight[3, 2] layers.0.bias[2] layers.1.weight[5, 3] layers.1.bias[3]"),
                    row(
                            denseBlock(2, conv2d(2, 3, RELU).padding(SAME).withoutBias()),
                            "denseBlock(conv2d(2, 3, RELU).padding(SAME).withoutBias(), conv2d(2, 3, RELU).padding(SAME).withoutBias())",
                            shape(4, 3, 1),
                            shape(4, 3, 5),
                            "layers.0.weight[3, 3, 1, 2] layers.1.weight[3, 3, 3, 2]"),
                    row(
                            squeezeExcitation(2),
                            "squeezeExcitation(2)",
                            shape(3, 2, 4),
                            shape(3, 2, 4),
                            "squeeze.weight[4, 2] squeeze.bias[2] excite.weight[2, 4] excite.bias[4]"),
                    row(
                            squeezeExcitation(16),
                            "squeezeExcitation(16)",
                            shape(5, 3),
                            shape(5, 3),
                            "squeeze.weight[3, 1] squeeze.bias[1] excite.weight[1, 3] excite.bias[3]"),
                    row(
                            mixtureOfExperts(3, dense(2, TANH), 2),
                            "mixtureOfExperts(3, dense(2, TANH), 2)",
                            shape(4),
                            shape(2),
                            "gate[4, 3] experts.0.weight[4, 2] experts.0.bias[2] experts.1.weight[4, 2] experts.1.bias[2] experts.2.weight[4, 2] experts.2.bias[2]"),
                    row(
                            mixtureOfExperts(2, dense(3).withoutBias(), 1),
                            "mixtureOfExperts(2, dense(3).withoutBias(), 1)",
                            shape(2, 3),
                            shape(2, 3),
                            "gate[3, 2] experts.0.weight[3, 3] experts.1.weight[3, 3]"),
                    row(
                            lowRank(2, dense(3, TANH)),
                            "lowRank(2, dense(3, TANH))",
                            shape(4),
                            shape(3),
                            "base.weight[4, 3] base.bias[3] down[4, 2] up[2, 3]"),
                    row(
                            lowRank(1, dense(2).withoutBias()).alpha(4),
                            "lowRank(1, dense(2).withoutBias()).alpha(4.0)",
                            shape(2, 3),
                            shape(2, 2),
                            "base.weight[3, 2] down[3, 1] up[1, 2]"));
}
