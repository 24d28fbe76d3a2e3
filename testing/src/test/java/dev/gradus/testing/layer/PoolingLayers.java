package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.CAUSAL;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.adaptiveMaxPool;
import static dev.gradus.nn.Layers.adaptiveMeanPool;
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
                    row(globalMax(), "globalMax()", shape(3, 2, 4), shape(4), ""),
                    row(maxPool(2, 3), "maxPool(2, 3)", shape(3, 7, 2), shape(1, 2, 2), ""),
                    row(
                            maxPool(3).stride(1, 2).padding(SAME),
                            "maxPool(3).stride(1, 2).padding(SAME)",
                            shape(4, 5, 1),
                            shape(4, 3, 1),
                            ""),
                    row(
                            maxPool(2).padding(SAME),
                            "maxPool(2).padding(SAME)",
                            shape(5, 2),
                            shape(3, 2),
                            ""),
                    row(
                            maxPool(2).stride(1),
                            "maxPool(2).stride(1)",
                            shape(3, 2, 3, 2),
                            shape(2, 1, 2, 2),
                            ""),
                    row(
                            meanPool(3).stride(2),
                            "meanPool(3).stride(2)",
                            shape(7, 2),
                            shape(3, 2),
                            ""),
                    row(
                            meanPool(2, 1).stride(1).padding(SAME),
                            "meanPool(2, 1).stride(1).padding(SAME)",
                            shape(3, 2, 2),
                            shape(3, 2, 2),
                            ""),
                    row(meanPool(2), "meanPool(2)", shape(4, 2, 3, 2), shape(2, 1, 1, 2), ""),
                    row(adaptiveMaxPool(3), "adaptiveMaxPool(3)", shape(7, 2), shape(3, 2), ""),
                    row(
                            adaptiveMaxPool(2, 3),
                            "adaptiveMaxPool(2, 3)",
                            shape(5, 4, 2),
                            shape(2, 3, 2),
                            ""),
                    row(
                            adaptiveMaxPool(2),
                            "adaptiveMaxPool(2)",
                            shape(4, 2, 6, 1),
                            shape(2, 2, 2, 1),
                            ""),
                    row(adaptiveMeanPool(2), "adaptiveMeanPool(2)", shape(5, 3), shape(2, 3), ""),
                    row(
                            adaptiveMeanPool(3),
                            "adaptiveMeanPool(3)",
                            shape(6, 9, 1),
                            shape(3, 3, 1),
                            ""),
                    row(
                            adaptiveMeanPool(3, 4),
                            "adaptiveMeanPool(3, 4)",
                            shape(5, 2, 2),
                            shape(3, 4, 2),
                            ""),
                    row(
                            adaptiveMeanPool(1, 2, 3),
                            "adaptiveMeanPool(1, 2, 3)",
                            shape(2, 3, 4, 2),
                            shape(1, 2, 3, 2),
                            ""),
                    row(globalMean(), "globalMean()", shape(5, 3), shape(3), ""),
                    row(globalMean(), "globalMean()", shape(2, 3, 2, 2), shape(2), ""),
                    row(
                            globalMean().keepAxes(),
                            "globalMean().keepAxes()",
                            shape(3, 2, 4),
                            shape(1, 1, 4),
                            ""),
                    row(globalMax(), "globalMax()", shape(5, 3), shape(3), ""),
                    row(globalMax(), "globalMax()", shape(2, 3, 2, 2), shape(2), ""),
                    row(
                            globalMax().keepAxes(),
                            "globalMax().keepAxes()",
                            shape(4, 2),
                            shape(1, 2),
                            ""),
                    row(
                            maxPool(3).stride(1).padding(CAUSAL),
                            "maxPool(3).stride(1).padding(CAUSAL)",
                            shape(5, 2),
                            shape(5, 2),
                            ""),
                    row(
                            meanPool(2).padding(CAUSAL),
                            "meanPool(2).padding(CAUSAL)",
                            shape(5, 2),
                            shape(3, 2),
                            ""));
}
