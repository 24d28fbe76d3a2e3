package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Window;
import java.util.List;

/// Keeps the mean of each window. Padding does not count: a window at the edge has the mean of what
/// it sees of the input.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., channels]`, sized as in [MaxPool]
///
/// @param size the size of the window: one number for all spatial axes, or one for each
/// @param stride how far the window moves: one number for all axes, or one for each
/// @param padding what lies beyond the edge
public record MeanPool(List<Integer> size, List<Integer> stride, Padding padding)
        implements Stateless {
    /// Copies the lists and checks the sizes.
    public MeanPool {
        size = List.copyOf(size);
        stride = List.copyOf(stride);
        Windows.check("meanPool", size, stride);
    }

    /// Returns this layer with windows that move by `steps`: one number for each spatial axis, or
    /// one for all.
    public MeanPool stride(int... steps) {
        return new MeanPool(size, PerAxis.of(steps), padding);
    }

    /// Returns this layer with another treatment of the edge.
    public MeanPool padding(Padding edge) {
        return new MeanPool(size, stride, edge);
    }

    @Override
    public Tensor apply(Tensor x) {
        var geometry = Windows.over(this, x.shape(), size, stride, padding);
        return x.sumPool(geometry).div(seen(x, geometry));
    }

    /// How many numbers of the input each window sees.
    private Tensor seen(Tensor x, Window.Geometry geometry) {
        if (geometry.padLow().allEqual(0) && geometry.padHigh().allEqual(0)) {
            return Tensor.scalar(Shape.of(geometry.size().toArray()).count(), x.type());
        }
        return Tensor.scalar(1, x.type())
                .expand(x.shape().with(0, 1).with(-1, 1))
                .sumPool(geometry);
    }

    @Override
    public String toString() {
        return Windows.text("meanPool", size, stride, padding);
    }
}
