package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.permute;
import static dev.gradus.nn.Layers.repeat;
import static dev.gradus.nn.Layers.squeeze;
import static dev.gradus.nn.Layers.unsqueeze;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Layers that only move numbers or give them other axes.
interface ShapeLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(permute(2, 1), "permute(2, 1)", shape(3, 2), shape(2, 3), ""),
                    row(permute(3, 1, 2), "permute(3, 1, 2)", shape(2, 3, 4), shape(4, 2, 3), ""),
                    row(permute(1), "permute(1)", shape(3), shape(3), ""),
                    row(repeat(3), "repeat(3)", shape(4), shape(3, 4), ""),
                    row(repeat(2), "repeat(2)", shape(3, 2), shape(2, 3, 2), ""),
                    row(squeeze(1), "squeeze(1)", shape(1, 3), shape(3), ""),
                    row(squeeze(-1), "squeeze(-1)", shape(2, 3, 1), shape(2, 3), ""),
                    row(unsqueeze(1), "unsqueeze(1)", shape(3), shape(1, 3), ""),
                    row(unsqueeze(-1), "unsqueeze(-1)", shape(2, 3), shape(2, 3, 1), ""),
                    row(unsqueeze(2), "unsqueeze(2)", shape(2, 3), shape(2, 1, 3), ""));
}
