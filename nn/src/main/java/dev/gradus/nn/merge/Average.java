package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Gives the mean of its inputs, number by number.
///
/// - inputs: `[batch, ...]`, all of one shape
/// - output: `[batch, ...]`
public record Average() implements StatelessMerge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs);
        return inputs.stream()
                .map(Tensor.class::cast)
                .reduce(Tensor::add)
                .orElseThrow()
                .div(inputs.size());
    }

    @Override
    public String toString() {
        return "average()";
    }
}
