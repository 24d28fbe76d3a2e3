package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Makes pictures smaller without losing a number, by laying small squares of them into channels:
/// the inverse of [PixelShuffle], in whose order the channels stand.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, spatial / factor..., channels × factor^axes]`
///
/// @param factor how many times as small each spatial axis becomes
public record PixelUnshuffle(int factor) implements Stateless {
    /// Checks the factor.
    public PixelUnshuffle {
        Require.positive("pixelUnshuffle", "factor", factor);
    }

    @Override
    public Tensor apply(Tensor x) {
        var axes = Windows.spatialAxes(this, x.shape()).size();
        var channels = x.size(-1) * PixelShuffle.places(factor, axes);
        var apart = x.shape().range(0, 1);
        var result = x.shape().with(-1, Shape.size(channels, "pixelUnshuffle"));
        // [batch, (spatial, inside)..., channels]: what lies inside goes behind the channels
        var order = new int[2 * axes + 2];
        for (var axis = 1; axis <= axes; axis++) {
            if (x.size(axis) % factor != 0) {
                throw new ShapeException(
                        "%s receives %d numbers along axis %d (input %s): the factor must divide them"
                                .formatted(this, x.size(axis), axis, x.shape()));
            }
            apart = apart.append(Shape.of(x.size(axis) / factor, factor));
            result = result.with(axis, x.size(axis) / factor);
            order[axis] = 2 * axis - 1;
            order[axes + 1 + axis] = 2 * axis;
        }
        order[axes + 1] = 2 * axes + 1;
        return x.reshape(apart.append(Shape.of(x.size(-1)))).permute(order).reshape(result);
    }

    @Override
    public String toString() {
        return "pixelUnshuffle(" + factor + ")";
    }
}
