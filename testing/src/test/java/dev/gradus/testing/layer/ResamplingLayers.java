package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.crop;
import static dev.gradus.nn.Layers.pixelShuffle;
import static dev.gradus.nn.Layers.pixelUnshuffle;
import static dev.gradus.nn.Layers.reflectionPad;
import static dev.gradus.nn.Layers.replicationPad;
import static dev.gradus.nn.Layers.upSample;
import static dev.gradus.nn.Layers.zeroPad;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Layers that make pictures and sequences larger or smaller, or give them another edge.
interface ResamplingLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(upSample(2), "upSample(2)", shape(3, 2, 2), shape(6, 4, 2), ""),
                    row(upSample(3), "upSample(3)", shape(2, 3), shape(6, 3), ""),
                    row(
                            upSample(2, 1, 3),
                            "upSample(2, 1, 3)",
                            shape(1, 2, 2, 2),
                            shape(2, 2, 6, 2),
                            ""),
                    row(
                            upSample(2).linear(),
                            "upSample(2).linear()",
                            shape(3, 2, 2),
                            shape(6, 4, 2),
                            ""),
                    row(
                            upSample(3, 4).linear(),
                            "upSample(3, 4).linear()",
                            shape(2, 3, 1),
                            shape(6, 12, 1),
                            ""),
                    row(
                            upSample(2).linear(),
                            "upSample(2).linear()",
                            shape(5, 2),
                            shape(10, 2),
                            ""),
                    row(
                            upSample(3).linear(),
                            "upSample(3).linear()",
                            shape(1, 4, 1),
                            shape(3, 12, 1),
                            ""),
                    row(
                            upSample(2, 3, 1).linear(),
                            "upSample(2, 3, 1).linear()",
                            shape(2, 2, 2, 1),
                            shape(4, 6, 2, 1),
                            ""),
                    row(zeroPad(1), "zeroPad(1)", shape(2, 3, 2), shape(4, 5, 2), ""),
                    row(
                            zeroPad(0, 2).after(1),
                            "zeroPad(0, 2).after(1)",
                            shape(2, 1, 2),
                            shape(3, 4, 2),
                            ""),
                    row(zeroPad(2).after(0), "zeroPad(2).after(0)", shape(3, 2), shape(5, 2), ""),
                    row(reflectionPad(1), "reflectionPad(1)", shape(2, 3, 2), shape(4, 5, 2), ""),
                    row(
                            reflectionPad(0, 2).after(1),
                            "reflectionPad(0, 2).after(1)",
                            shape(2, 3, 1),
                            shape(3, 6, 1),
                            ""),
                    row(reflectionPad(3), "reflectionPad(3)", shape(4, 2), shape(10, 2), ""),
                    row(replicationPad(2), "replicationPad(2)", shape(1, 3, 2), shape(5, 7, 2), ""),
                    row(
                            replicationPad(1).after(0, 2),
                            "replicationPad(1).after(0, 2)",
                            shape(2, 2, 1),
                            shape(3, 5, 1),
                            ""),
                    row(
                            replicationPad(1),
                            "replicationPad(1)",
                            shape(2, 1, 3, 1),
                            shape(4, 3, 5, 1),
                            ""),
                    row(crop(1), "crop(1)", shape(3, 4, 2), shape(1, 2, 2), ""),
                    row(
                            crop(0, 1).after(1, 0),
                            "crop(0, 1).after(1, 0)",
                            shape(3, 3, 2),
                            shape(2, 2, 2),
                            ""),
                    row(crop(1).after(2), "crop(1).after(2)", shape(5, 2), shape(2, 2), ""),
                    row(pixelShuffle(2), "pixelShuffle(2)", shape(2, 3, 8), shape(4, 6, 2), ""),
                    row(pixelShuffle(3), "pixelShuffle(3)", shape(2, 6), shape(6, 2), ""),
                    row(
                            pixelUnshuffle(2),
                            "pixelUnshuffle(2)",
                            shape(4, 2, 3),
                            shape(2, 1, 12),
                            ""),
                    row(
                            pixelUnshuffle(2),
                            "pixelUnshuffle(2)",
                            shape(2, 4, 2, 1),
                            shape(1, 2, 1, 8),
                            ""));
}
