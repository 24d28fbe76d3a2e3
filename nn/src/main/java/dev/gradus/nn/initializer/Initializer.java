package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Where a weight begins: a pure function of its shape and a seed, the same bits on every machine.
@FunctionalInterface
public interface Initializer {
    /// Returns the numbers in row-major order.
    float[] values(Shape shape, Seed seed);

    /// Returns the numbers as a tensor.
    default Tensor tensor(Shape shape, Seed seed) {
        return Tensor.of(values(shape, seed), shape.toArray());
    }
}
