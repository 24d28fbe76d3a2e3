package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Keeps the largest number of each of so many windows as are asked for, whatever the size of the
/// input: what follows always sees pictures of one size (He, Zhang, Ren and Sun 2014).
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, size..., channels]`; window `i` of `m` along an axis of `n` goes from `⌊i n /
///   m⌋` to `⌈(i + 1) n / m⌉`
///
/// @param size how many windows: one number for all spatial axes, or one for each
public record AdaptiveMaxPool(List<Integer> size) implements Stateless {
    /// Copies the list and checks it.
    public AdaptiveMaxPool {
        size = List.copyOf(size);
        Require.oneOrEach("adaptiveMaxPool", "size", size);
        Require.positive("adaptiveMaxPool", "size", size);
    }

    @Override
    public Tensor apply(Tensor x) {
        return Adaptive.pool(this, x, size, Tensor::maxPool);
    }

    @Override
    public String toString() {
        return "adaptiveMaxPool(" + PerAxis.text(size) + ")";
    }
}
