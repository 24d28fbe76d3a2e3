package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// Keeps the largest number of each channel over the whole picture or sequence.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, channels]`
public record GlobalMax() implements Stateless {
    @Override
    public Tensor apply(Tensor x) {
        return x.max(Windows.spatialAxes(this, x.shape()).toArray());
    }

    @Override
    public String toString() {
        return "globalMax()";
    }
}
