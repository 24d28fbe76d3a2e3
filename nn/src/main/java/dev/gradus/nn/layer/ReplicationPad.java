package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Surrounds pictures and sequences with copies of their edge: `1 2 3` with two on each side
/// becomes `1 1 1 2 3 3 3`.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, before + spatial + after..., channels]`
///
/// @param before how many before each spatial axis: one number for all, or one for each
/// @param after how many after it
public record ReplicationPad(List<Integer> before, List<Integer> after) implements Stateless {
    /// Copies the lists and checks them.
    public ReplicationPad {
        before = List.copyOf(before);
        after = List.copyOf(after);
        new Sides(before, after).check("replicationPad");
    }

    /// Returns this layer with another number of copies after each axis: one number for all, or one
    /// for each.
    public ReplicationPad after(int... numbers) {
        return new ReplicationPad(before, PerAxis.of(numbers));
    }

    @Override
    public Tensor apply(Tensor x) {
        var sides = new Sides(before, after).along(this, x.shape());
        var y = x;
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            y = copied(y, axis, sides.before().get(axis - 1), sides.after().get(axis - 1));
        }
        return y;
    }

    private Tensor copied(Tensor x, int axis, int low, int high) {
        var n = x.size(axis);
        if (n == 0) {
            throw new ShapeException(
                    "%s receives no numbers along axis %d (input %s): there is no edge to copy"
                            .formatted(this, axis, x.shape()));
        }
        return low + high == 0
                ? x
                : Tensor.concatenate(
                        axis,
                        x.slice(axis, 0, 1, 1).expand(x.shape().with(axis, low)),
                        x,
                        x.slice(axis, n - 1, n, 1).expand(x.shape().with(axis, high)));
    }

    @Override
    public String toString() {
        return new Sides(before, after).text("replicationPad");
    }
}
