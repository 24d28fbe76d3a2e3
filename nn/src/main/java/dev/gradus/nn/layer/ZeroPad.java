package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Surrounds pictures and sequences with zeros.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, before + spatial + after..., channels]`
///
/// @param before how many before each spatial axis: one number for all, or one for each
/// @param after how many after it
public record ZeroPad(List<Integer> before, List<Integer> after) implements Stateless {
    /// Copies the lists and checks them.
    public ZeroPad {
        before = List.copyOf(before);
        after = List.copyOf(after);
        new Sides(before, after).check("zeroPad");
    }

    /// Returns this layer with another number of zeros after each axis: one number for all, or one
    /// for each.
    public ZeroPad after(int... numbers) {
        return new ZeroPad(before, PerAxis.of(numbers));
    }

    @Override
    public Tensor apply(Tensor x) {
        var sides = new Sides(before, after).along(this, x.shape());
        var low = new int[x.rank()];
        var high = new int[x.rank()];
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            low[axis] = sides.before().get(axis - 1);
            high[axis] = sides.after().get(axis - 1);
        }
        return x.pad(low, high, 0);
    }

    @Override
    public String toString() {
        return new Sides(before, after).text("zeroPad");
    }
}
