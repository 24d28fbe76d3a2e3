package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Compares what stands at each place with the vector of every token: `y = x tokenᵀ`.
///
/// @param weight the vectors of tokens, `[vocabulary, features]`, which belong to the embedding
record TokenLogits(Parameter weight) implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        return inputs.getFirst().matmul(weight.transpose());
    }

    @Override
    public String toString() {
        return "compared with each token";
    }
}
