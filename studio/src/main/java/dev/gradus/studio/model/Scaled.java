package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Multiplies each channel by how much it counts.
///
/// - inputs: `[batch, spatial..., channels]` and `[batch, channels]`
record Scaled() implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        var x = inputs.getFirst();
        var sizes = new int[x.rank()];
        Arrays.fill(sizes, 1);
        sizes[0] = x.size(0);
        sizes[x.rank() - 1] = x.size(-1);
        return x.mul(inputs.getLast().reshape(Shape.of(sizes)));
    }

    @Override
    public String toString() {
        return "each channel times how much it counts";
    }
}
