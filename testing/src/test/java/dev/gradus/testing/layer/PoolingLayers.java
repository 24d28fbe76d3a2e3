package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.globalMax;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.meanPool;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Layers that keep one number of each window or channel.
interface PoolingLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(maxPool(2), "maxPool(2)", shape(5, 4, 2), shape(2, 2, 2), ""),
                    row(
                            maxPool(3).stride(2).padding(SAME),
                            "maxPool(3).stride(2).padding(SAME)",
                            shape(5, 4, 1),
                            shape(3, 2, 1),
                            ""),
                    row(maxPool(2), "maxPool(2)", shape(6, 3), shape(3, 3), ""),
                    row(meanPool(2), "meanPool(2)", shape(5, 4, 2), shape(2, 2, 2), ""),
                    row(
                            meanPool(3).stride(2).padding(SAME),
                            "meanPool(3).stride(2).padding(SAME)",
                            shape(5, 4, 1),
                            shape(3, 2, 1),
                            ""),
                    row(globalMean(), "globalMean()", shape(3, 2, 4), shape(4), ""),
                    row(globalMax(), "globalMax()", shape(3, 2, 4), shape(4), ""));
}
