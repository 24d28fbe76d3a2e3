package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Tensor;

/// Keeps the largest number of each channel over the whole picture or sequence.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, channels]`, or `[batch, 1..., channels]` where the axes are kept
///
/// @param keepingAxes whether the spatial axes stay, with size 1
public record GlobalMax(boolean keepingAxes) implements Stateless {
    /// Returns this layer with spatial axes that stay with size 1, so that the result can be
    /// multiplied with what it was made of.
    public GlobalMax keepAxes() {
        return new GlobalMax(true);
    }

    @Override
    public Tensor apply(Tensor x) {
        var axes = Windows.spatialAxes(this, x.shape());
        return keepingAxes ? x.maxKeeping(axes) : x.max(axes.toArray());
    }

    @Override
    public String toString() {
        return Call.of("globalMax").then(keepingAxes, "keepAxes()").toString();
    }
}
