package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// Adds to each token the vector of the place where it stands, as language models do it: `y[t] = x[t] +
/// weight[t]`.
///
/// @param weight the vectors, `[places, features]`
record PlaceVectors(Parameter weight) implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        var x = inputs.getFirst();
        return x.add(weight.slice(0, x.size(1)));
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("", weight);
    }

    @Override
    public String toString() {
        return "vectors of places";
    }
}
