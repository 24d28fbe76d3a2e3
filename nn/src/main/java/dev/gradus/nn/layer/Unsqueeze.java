package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Gives each example another axis, of size 1: an axis of channels for gray pictures, for instance.
///
/// - input: `[batch, ..., ...]`
/// - output: `[batch, ..., 1, ...]`
///
/// @param axis where the new one stands: 1 for the first after the batch, -1 for the last
public record Unsqueeze(int axis) implements Stateless {
    /// Checks the axis.
    public Unsqueeze {
        if (axis == 0) {
            throw new IllegalArgumentException(
                    "unsqueeze was given axis 0, which is the batch: axes of an example are counted from 1, or from the end with -1");
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        var at = axis < 0 ? axis + x.rank() + 1 : axis;
        if (at < 1 || at > x.rank()) {
            throw new ShapeException(
                    "%s has no place among the axes of %s: use 1 to %d, or -1 for a new last one"
                            .formatted(this, x.shape(), x.rank()));
        }
        return x.unsqueeze(at);
    }

    @Override
    public String toString() {
        return "unsqueeze(" + axis + ")";
    }
}
