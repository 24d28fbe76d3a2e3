package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;

/// Makes pictures larger by laying their channels side by side, so that a convolution can draw the
/// details before it (Shi et al. 2016).
///
/// The channel `(c × factor + i) × factor + j` becomes row `i` and column `j` of the square that
/// stands for a place in channel `c`: the order of PyTorch, in which the squares of a channel follow
/// each other. (`depth_to_space` of TensorFlow has the channel change fastest.) Sequences and
/// volumes work in the same way with `factor` and `factor³` channels for one.
///
/// - input: `[batch, spatial..., channels × factor^axes]`
/// - output: `[batch, spatial × factor..., channels]`
///
/// @param factor how many times as large each spatial axis becomes
public record PixelShuffle(int factor) implements Stateless {
    /// Checks the factor.
    public PixelShuffle {
        Require.positive("pixelShuffle", "factor", factor);
    }

    @Override
    public Tensor apply(Tensor x) {
        var axes = Windows.spatialAxes(this, x.shape()).size();
        var places = places(factor, axes);
        if (x.size(-1) % places != 0) {
            throw new ShapeException(
                    "%s receives %d channels (input %s): %d of them become one, so that must divide them"
                            .formatted(this, x.size(-1), x.shape(), places));
        }
        var channels = (int) (x.size(-1) / places);
        var inside = new int[axes];
        Arrays.fill(inside, factor);
        var apart =
                x.shape().range(0, axes + 1).append(Shape.of(channels)).append(Shape.of(inside));
        // [batch, spatial..., channels, inside...]: each axis is followed by what lies inside it
        var order = new int[2 * axes + 2];
        var result = x.shape().with(-1, channels);
        for (var axis = 1; axis <= axes; axis++) {
            order[2 * axis - 1] = axis;
            order[2 * axis] = axes + 1 + axis;
            result = result.with(axis, Shape.size((long) x.size(axis) * factor, "pixelShuffle"));
        }
        order[2 * axes + 1] = axes + 1;
        return x.reshape(apart).permute(order).reshape(result);
    }

    /// Returns how many channels become one; of more than a shape can hold, not how many more.
    static long places(int factor, int axes) {
        var places = 1L;
        for (var axis = 0; axis < axes; axis++) {
            places = Math.min(places * factor, 1L << 31);
        }
        return places;
    }

    @Override
    public String toString() {
        return "pixelShuffle(" + factor + ")";
    }
}
