package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Puts what was made of each moment back into a sequence.
record Moments() implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        return Tensor.stack(1, inputs.toArray(Tensor[]::new));
    }

    @Override
    public String toString() {
        return "all moments";
    }
}
