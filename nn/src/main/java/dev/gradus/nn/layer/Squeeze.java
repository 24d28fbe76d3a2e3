package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Takes away an axis of size 1; the numbers stay.
///
/// - input: `[batch, ..., 1, ...]`
/// - output: `[batch, ..., ...]`
///
/// @param axis which one: 1 for the first after the batch, -1 for the last
public record Squeeze(int axis) implements Stateless {
    /// Checks the axis.
    public Squeeze {
        if (axis == 0) {
            throw new IllegalArgumentException(
                    "squeeze was given axis 0, which is the batch: axes of an example are counted from 1, or from the end with -1");
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        var at = x.shape().axis(axis);
        if (at == 0 || x.size(at) != 1) {
            throw new ShapeException(
                    "%s finds %s there (input %s): only an axis of size 1 can be taken away"
                            .formatted(
                                    this,
                                    at == 0 ? "the batch" : x.size(at) + " numbers",
                                    x.shape()));
        }
        return x.squeeze(at);
    }

    @Override
    public String toString() {
        return "squeeze(" + axis + ")";
    }
}
