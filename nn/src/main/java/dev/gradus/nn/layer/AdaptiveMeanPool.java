package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Keeps the mean of each of so many windows as are asked for, whatever the size of the input: what
/// follows always sees pictures of one size (He, Zhang, Ren and Sun 2014).
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, size..., channels]`; window `i` of `m` along an axis of `n` goes from `⌊i n /
///   m⌋` to `⌈(i + 1) n / m⌉`
///
/// @param size how many windows: one number for all spatial axes, or one for each
public record AdaptiveMeanPool(List<Integer> size) implements Stateless {
    /// Copies the list and checks it.
    public AdaptiveMeanPool {
        size = List.copyOf(size);
        Require.oneOrEach("adaptiveMeanPool", "size", size);
        Require.positive("adaptiveMeanPool", "size", size);
    }

    @Override
    public Tensor apply(Tensor x) {
        return Adaptive.pool(
                this,
                x,
                size,
                (part, window) ->
                        part.sumPool(window).div(Shape.of(window.size().toArray()).count()));
    }

    @Override
    public String toString() {
        return "adaptiveMeanPool(" + PerAxis.text(size) + ")";
    }
}
