package dev.gradus.train.metric;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Numbers of classes as they come in tensors.
final class Labels {
    /// How far rows of probabilities may add up beside 1 and still be such.
    private static final double TOLERANCE = 1e-3;

    private Labels() {}

    static int of(double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a label of %s came: give the number of the class, 0, 1, 2 and so on"
                            .formatted(value));
        }
        return (int) value;
    }

    /// Probabilities of several classes beside a 1 for the true one would pass for as many answers of yes or
    /// no, and give another figure than meant.
    static void refuseOneHot(Tensor outputs, Tensor targets) {
        var width = targets.rank() < 2 ? 1 : targets.size(-1);
        var rows = width < 2 ? 0 : targets.count() / width;
        var oneHot = rows > 0;
        for (var row = 0; row < rows && oneHot; row++) {
            var said = 0.0;
            var is = 0.0;
            for (var k = 0; k < width; k++) {
                said += outputs.buffer().getDouble(row * width + k);
                is += targets.buffer().getDouble(row * width + k);
            }
            oneHot = is == 1 && Math.abs(said - 1) < TOLERANCE;
        }
        if (oneHot) {
            throw new ShapeException(
                    "labels of %s came with a single 1 in every row: give the numbers of the classes, which argmax(-1) finds"
                            .formatted(targets.shape()));
        }
    }
}
