package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Tensor;

/// Keeps the mean of each channel over the whole picture or sequence (Lin, Chen and Yan 2013).
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, channels]`, or `[batch, 1..., channels]` where the axes are kept
///
/// @param keepingAxes whether the spatial axes stay, with size 1
public record GlobalMean(boolean keepingAxes) implements Stateless {
    /// Returns this layer with spatial axes that stay with size 1, so that the result can be
    /// multiplied with what it was made of.
    public GlobalMean keepAxes() {
        return new GlobalMean(true);
    }

    @Override
    public Tensor apply(Tensor x) {
        var axes = Windows.spatialAxes(this, x.shape());
        return keepingAxes ? x.meanKeeping(axes) : x.mean(axes.toArray());
    }

    @Override
    public String toString() {
        return Call.of("globalMean").then(keepingAxes, "keepAxes()").toString();
    }
}
