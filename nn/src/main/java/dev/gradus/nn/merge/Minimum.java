package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Keeps the smallest of its inputs, number by number.
///
/// - inputs: `[batch, ...]`, all of one shape
/// - output: `[batch, ...]`
public record Minimum() implements StatelessMerge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs);
        return inputs.stream().map(Tensor.class::cast).reduce(Tensor::minimum).orElseThrow();
    }

    @Override
    public String toString() {
        return "minimum()";
    }
}
