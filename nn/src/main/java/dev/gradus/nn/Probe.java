package dev.gradus.nn;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// A batch of one example that stands for all: applying a layer to it notes down shapes and
/// computes nothing.
public final class Probe {
    private Probe() {}

    /// Returns a batch of one example of shape `input`.
    public static Tensor of(Shape input, DType type) {
        return Tensor.scalar(0, type).expand(Shape.of(1).append(input));
    }

    /// Returns the shape of one example in a batch.
    public static Shape shape(Tensor batch) {
        return batch.shape().range(1, batch.rank());
    }
}
