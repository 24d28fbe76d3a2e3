package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// Adds to each token the vector of the first segment, to which all belong unless it is said otherwise:
/// `y[t] = x[t] + weight[0]`.
///
/// @param weight the vectors, `[segments, features]`
record SegmentVector(Parameter weight) implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        return inputs.getFirst().add(weight.slice(0, 1));
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("weight", weight);
    }

    @Override
    public String toString() {
        return "vector of the first segment";
    }
}
