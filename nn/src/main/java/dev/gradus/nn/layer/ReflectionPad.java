package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Surrounds pictures and sequences with their mirror image, in which the edge itself is not
/// repeated: `1 2 3` with two on each side becomes `3 2 1 2 3 2 1`.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, before + spatial + after..., channels]`
///
/// @param before how many before each spatial axis, fewer than it has: one number for all, or one
///     for each
/// @param after how many after it
public record ReflectionPad(List<Integer> before, List<Integer> after) implements Stateless {
    /// Copies the lists and checks them.
    public ReflectionPad {
        before = List.copyOf(before);
        after = List.copyOf(after);
        new Sides(before, after).check("reflectionPad");
    }

    /// Returns this layer with another number of mirrored ones after each axis: one number for all,
    /// or one for each.
    public ReflectionPad after(int... numbers) {
        return new ReflectionPad(before, PerAxis.of(numbers));
    }

    @Override
    public Tensor apply(Tensor x) {
        var sides = new Sides(before, after).along(this, x.shape());
        var y = x;
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            y = mirrored(y, axis, sides.before().get(axis - 1), sides.after().get(axis - 1));
        }
        return y;
    }

    private Tensor mirrored(Tensor x, int axis, int low, int high) {
        var n = x.size(axis);
        if (Math.max(low, high) >= n) {
            throw new ShapeException(
                    "%s receives %d numbers along axis %d (input %s): fewer than those can be mirrored on each side"
                            .formatted(this, n, axis, x.shape()));
        }
        return low + high == 0
                ? x
                : Tensor.concatenate(
                        axis,
                        x.slice(axis, 1, low + 1, 1).flip(axis),
                        x,
                        x.slice(axis, n - 1 - high, n - 1, 1).flip(axis));
    }

    @Override
    public String toString() {
        return new Sides(before, after).text("reflectionPad");
    }
}
