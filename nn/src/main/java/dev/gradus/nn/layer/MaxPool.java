package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// Keeps the largest number of each window: whether a pattern is there, no longer exactly where.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., channels]`, where an axis of `n` has `(n - size) / stride + 1`
///   positions, rounded down, without padding, and `n / stride`, rounded up, with it
///
/// @param size the size of the window along every spatial axis
/// @param stride how far the window moves
/// @param padding what lies beyond the edge; it never wins
public record MaxPool(int size, int stride, Padding padding) implements Stateless {
    /// Checks the sizes.
    public MaxPool {
        Require.positive("maxPool", "size", size);
        Require.positive("maxPool", "stride", stride);
    }

    /// Returns this layer with windows that move by `step`.
    public MaxPool stride(int step) {
        return new MaxPool(size, step, padding);
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
