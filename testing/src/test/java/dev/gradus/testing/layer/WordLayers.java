package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.embeddingBag;
import static dev.gradus.nn.Layers.gru;
import static dev.gradus.nn.Layers.positionEmbedding;
import static dev.gradus.nn.Layers.sinusoidalPositions;
import static dev.gradus.nn.Layers.tied;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Words as vectors, and the places where they stand.
interface WordLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(
                            embedding(5, 3).padding(0),
                            "embedding(5, 3).padding(0)",
                            shape(4),
                            shape(4, 3),
                            "weight[5, 3]"),
                    row(
                            embedding(6, 2).padding(5),
                            "embedding(6, 2).padding(5)",
                            shape(2, 3),
                            shape(2, 3, 2),
                            "weight[6, 2]"),
                    row(
                            embeddingBag(embedding(5, 3)),
                            "embeddingBag(embedding(5, 3))",
                            shape(4),
                            shape(3),
                            "embedding.weight[5, 3]"),
                    row(
                            embeddingBag(embedding(5, 3).padding(2)).sum(),
                            "embeddingBag(embedding(5, 3).padding(2)).sum()",
                            shape(4),
                            shape(3),
                            "embedding.weight[5, 3]"),
                    row(
                            embeddingBag(embedding(5, 3).padding(0)),
                            "embeddingBag(embedding(5, 3).padding(0))",
                            shape(2),
                            shape(3),
                            "embedding.weight[5, 3]"),
                    row(
                            tied(embedding(5, 3), dense(3).withoutBias()),
                            "tied(embedding(5, 3), dense(3).withoutBias())",
                            shape(4),
                            shape(4, 5),
                            "embedding.weight[5, 3] inner.weight[3, 3]"),
                    row(
                            tied(embedding(5, 2), gru(2)),
                            "tied(embedding(5, 2), gru(2))",
                            shape(3),
                            shape(5),
                            "embedding.weight[5, 2] inner.inputWeight[2, 6]"
                                    + " inner.recurrentWeight[2, 6] inner.bias[6]"
                                    + " inner.recurrentBias[6]"),
                    row(
                            positionEmbedding(4),
                            "positionEmbedding(4)",
                            shape(3, 2),
                            shape(3, 2),
                            "weight[4, 2]"),
                    row(
                            sinusoidalPositions(),
                            "sinusoidalPositions()",
                            shape(4, 5),
                            shape(4, 5),
                            ""));
}
