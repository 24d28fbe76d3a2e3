package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.shortcut;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import dev.gradus.nn.model.Vae;
import java.util.List;

/// Layers made for one architecture.
interface ModelLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(shortcut(2, 5), "shortcut(2, 5)", shape(5, 4, 2), shape(3, 2, 5), ""),
                    row(shortcut(1, 3), "shortcut(1, 3)", shape(4, 3), shape(4, 3), ""),
                    row(
                            new Vae.Spec(dense(4, TANH), 2, dense(3)),
                            "vae(dense(4, TANH), 2, dense(3))",
                            shape(3),
                            shape(3),
                            "encoder.weight[3, 4] encoder.bias[4] mean.weight[4, 2] mean.bias[2]"
                                    + " logVariance.weight[4, 2] logVariance.bias[2]"
                                    + " decoder.weight[2, 3] decoder.bias[3]"));
}
