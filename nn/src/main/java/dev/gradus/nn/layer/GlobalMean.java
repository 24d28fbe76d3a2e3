package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// Keeps the mean of each channel over the whole picture or sequence (Lin, Chen and Yan 2013).
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, channels]`
public record GlobalMean() implements Stateless {
    @Override
    public Tensor apply(Tensor x) {
        return x.mean(Windows.spatialAxes(this, x.shape()).toArray());
    }

    @Override
    public String toString() {
        return "globalMean()";
    }
}
