package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Window;
import java.util.Arrays;

/// Keeps the mean of each window. Padding does not count: a window at the edge has the mean of what
/// it sees of the input.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., channels]`, sized as in [MaxPool]
///
/// @param size the size of the window along every spatial axis
/// @param stride how far the window moves
/// @param padding what lies beyond the edge
public record MeanPool(int size, int stride, Padding padding) implements Stateless {
    /// Checks the sizes.
    public MeanPool {
        Require.positive("meanPool", "size", size);
        Require.positive("meanPool", "stride", stride);
    }

    /// Returns this layer with windows that move by `step`.
    public MeanPool stride(int step) {
        return new MeanPool(size, step, padding);
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
            var all = new int[geometry.size().size()];
            Arrays.fill(all, size);
            return Tensor.scalar(Shape.of(all).count(), x.type());
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
