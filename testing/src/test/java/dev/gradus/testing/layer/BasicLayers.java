package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.multiply;
import static dev.gradus.nn.Layers.reshape;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import java.util.List;

/// Dense layers, layers that only move numbers, dropout, lookups and networks of them.
interface BasicLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(dense(3), "dense(3)", shape(4), shape(3), "weight[4, 3] bias[3]"),
                    row(
                            dense(3, RELU),
                            "dense(3, RELU)",
                            shape(4),
                            shape(3),
                            "weight[4, 3] bias[3]"),
                    row(
                            dense(2).withoutBias(),
                            "dense(2).withoutBias()",
                            shape(3, 4),
                            shape(3, 2),
                            "weight[4, 2]"),
                    row(flatten(), "flatten()", shape(2, 3, 2), shape(12), ""),
                    row(reshape(3, 4), "reshape(3, 4)", shape(2, 6), shape(3, 4), ""),
                    row(reshape(-1, 2), "reshape(-1, 2)", shape(2, 3), shape(3, 2), ""),
                    row(dropout(0.4), "dropout(0.4)", shape(6), shape(6), ""),
                    row(dropout(0), "dropout(0.0)", shape(6), shape(6), ""),
                    row(embedding(5, 3), "embedding(5, 3)", shape(4), shape(4, 3), "weight[5, 3]"),
                    row(
                            Sequential.of(dense(4, TANH), Sequential.of(dropout(0.5), dense(2))),
                            "Sequential(dense(4, TANH), Sequential(dropout(0.5), dense(2)))",
                            shape(3),
                            shape(2),
                            "0.weight[3, 4] 0.bias[4] 1.1.weight[4, 2] 1.1.bias[2]"),
                    row(
                            branches(),
                            "Graph(x [3] -> y, 4 stages)",
                            shape(3),
                            shape(2),
                            "left.weight[3, 4] left.bias[4] 1.weight[3, 4] 1.bias[4] y.weight[4, 2] y.bias[2]"),
                    row(
                            Sequential.of(embedding(6, 3), globalMean(), dense(2)),
                            "Sequential(embedding(6, 3), globalMean(), dense(2))",
                            shape(4),
                            shape(2),
                            "0.weight[6, 3] 2.weight[3, 2] 2.bias[2]"));

    private static Graph.Spec branches() {
        var x = input("x", 3);
        var left = dense(4, TANH).on(x).named("left");
        var right = dense(4).on(x);
        return Graph.of(List.of(x), dense(2).on(multiply(left, right)).named("y"));
    }
}
