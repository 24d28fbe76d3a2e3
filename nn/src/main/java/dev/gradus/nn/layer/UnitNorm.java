package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Brings each vector to length 1, so that only its direction counts: `y = x / max(√Σx², 1e-12)`.
///
/// - input and output: `[batch, ...]`
///
/// @param axis which axis of an example the vectors lie along: 0 for the first one after the batch, -1
///     for the last
public record UnitNorm(int axis) implements Stateless {
    // squared, as it is compared with the sum of squares: at 0 the root has no slope
    private static final double LEAST = 1e-24;

    @Override
    public Tensor apply(Tensor x) {
        var axes = x.rank() - 1;
        if (axis >= axes || axis < -axes) {
            throw new ShapeException(
                    "%s looks along axis %d of an example but an example has %d (input %s)"
                            .formatted(this, axis, Math.max(0, axes), x.shape()));
        }
        var along = x.shape().axes(axis < 0 ? axis : axis + 1);
        var square = x.square().sumKeeping(along).maximum(LEAST);
        return x.mul(square.sqrt().reciprocal());
    }

    @Override
    public String toString() {
        return Call.of("unitNorm").with(axis, -1).toString();
    }
}
