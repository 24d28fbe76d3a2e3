package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Hands its input on past other layers without weights, brought to the size of what those make: it
/// keeps every `stride`-th number along each spatial axis and adds channels of zeros (option A of He,
/// Zhang, Ren and Sun 2015).
///
/// - input: `[batch, spatial..., fewer]`
/// - output: `[batch, spatial / stride..., channels]`, sizes rounded up
///
/// @param stride which numbers are kept: 1 for all of them, 2 for every second one
/// @param channels how many channels there are with those of zeros
public record Shortcut(int stride, int channels) implements Stateless {
    /// Checks the numbers.
    public Shortcut {
        Require.positive("shortcut", "stride", stride);
        Require.positive("shortcut", "channels", channels);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() < 2 || x.size(-1) > channels) {
            throw new ShapeException(
                    "%s adds channels to at most %d of them but receives %s (input %s): what has more is brought down by conv2d(%2$d, 1)"
                            .formatted(
                                    this, channels, x.rank() < 2 ? "none" : x.size(-1), x.shape()));
        }
        var y = x;
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            y = stride == 1 ? y : y.slice(axis, 0, y.size(axis), stride);
        }
        return y.pad(-1, 0, channels - x.size(-1));
    }

    @Override
    public String toString() {
        return "shortcut(" + stride + ", " + channels + ")";
    }
}
