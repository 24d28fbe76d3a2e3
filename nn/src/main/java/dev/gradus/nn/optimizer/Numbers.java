package dev.gradus.nn.optimizer;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;

/// Numbers that change from step to step.
final class Numbers {
    private Numbers() {}

    /// Returns a number that is handed in like data rather than written as a literal: two that
    /// happen to be equal in one step and not in the next would otherwise make another program.
    static Tensor of(double value, DType type) {
        var buffer = Buffer.allocate(type, 1);
        buffer.set(0, value);
        return Tensor.of(buffer, Shape.SCALAR);
    }
}
