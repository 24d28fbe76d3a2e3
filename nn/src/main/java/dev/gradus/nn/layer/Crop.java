package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Cuts off the edges of pictures and sequences.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, spatial - before - after..., channels]`
///
/// @param before how many are cut off at the beginning of each spatial axis: one number for all, or
///     one for each
/// @param after how many at its end
public record Crop(List<Integer> before, List<Integer> after) implements Stateless {
    /// Copies the lists and checks them.
    public Crop {
        before = List.copyOf(before);
        after = List.copyOf(after);
        new Sides(before, after).check("crop");
    }

    /// Returns this layer with another number that is cut off at the end of each axis: one number
    /// for all, or one for each.
    public Crop after(int... numbers) {
        return new Crop(before, PerAxis.of(numbers));
    }

    @Override
    public Tensor apply(Tensor x) {
        var sides = new Sides(before, after).along(this, x.shape());
        var y = x;
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            var low = sides.before().get(axis - 1);
            var stop = x.size(axis) - sides.after().get(axis - 1);
            if (low >= stop) {
                throw new ShapeException(
                        "%s receives %d numbers along axis %d (input %s): at least one must be left"
                                .formatted(this, x.size(axis), axis, x.shape()));
            }
            y = y.slice(axis, low, stop, 1);
        }
        return y;
    }

    @Override
    public String toString() {
        return new Sides(before, after).text("crop");
    }
}
