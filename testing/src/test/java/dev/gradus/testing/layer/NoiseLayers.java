package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.alphaDropout;
import static dev.gradus.nn.Layers.dropPath;
import static dev.gradus.nn.Layers.gaussianDropout;
import static dev.gradus.nn.Layers.gaussianNoise;
import static dev.gradus.nn.Layers.spatialDropout;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Layers that disturb numbers in training and pass them on unchanged otherwise.
interface NoiseLayers {
    List<LayerCase> ROWS =
            List.of(
                    row(spatialDropout(0.4), "spatialDropout(0.4)", shape(3, 2), shape(3, 2), ""),
                    row(spatialDropout(0), "spatialDropout(0.0)", shape(3, 2), shape(3, 2), ""),
                    row(alphaDropout(0.4), "alphaDropout(0.4)", shape(6), shape(6), ""),
                    row(alphaDropout(0), "alphaDropout(0.0)", shape(6), shape(6), ""),
                    row(gaussianNoise(0.4), "gaussianNoise(0.4)", shape(2, 3), shape(2, 3), ""),
                    row(gaussianNoise(0), "gaussianNoise(0.0)", shape(2, 3), shape(2, 3), ""),
                    row(gaussianDropout(0.4), "gaussianDropout(0.4)", shape(5), shape(5), ""),
                    row(gaussianDropout(0), "gaussianDropout(0.0)", shape(5), shape(5), ""),
                    row(dropPath(0.4), "dropPath(0.4)", shape(2, 2), shape(2, 2), ""),
                    row(dropPath(0), "dropPath(0.0)", shape(2, 2), shape(2, 2), ""));
}
