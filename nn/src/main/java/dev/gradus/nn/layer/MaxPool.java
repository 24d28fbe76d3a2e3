package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Keeps the largest number of each window: whether a pattern is there, no longer exactly where.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., channels]`, where an axis of `n` has `(n - size) / stride + 1`
///   positions, rounded down, without padding, and `n / stride`, rounded up, with it
///
/// @param size the size of the window: one number for all spatial axes, or one for each
/// @param stride how far the window moves: one number for all axes, or one for each
/// @param padding what lies beyond the edge; it never wins
public record MaxPool(List<Integer> size, List<Integer> stride, Padding padding)
        implements Stateless {
    /// Copies the lists and checks the sizes.
    public MaxPool {
        size = List.copyOf(size);
        stride = List.copyOf(stride);
        Windows.check("maxPool", size, stride);
    }

    /// Returns this layer with windows that move by `steps`: one number for each spatial axis, or
    /// one for all.
    public MaxPool stride(int... steps) {
        return new MaxPool(size, PerAxis.of(steps), padding);
    }

    /// Returns this layer with another treatment of the edge.
    public MaxPool padding(Padding edge) {
        return new MaxPool(size, stride, edge);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.maxPool(Windows.over(this, x.shape(), size, stride, padding));
    }

    @Override
    public String toString() {
        return Windows.text("maxPool", size, stride, padding);
    }
}
