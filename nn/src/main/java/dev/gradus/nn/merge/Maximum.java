package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Keeps the largest of its inputs, number by number.
///
/// - inputs: `[batch, ...]`, all of one shape
/// - output: `[batch, ...]`
public record Maximum() implements StatelessMerge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs);
        return inputs.stream().map(Tensor.class::cast).reduce(Tensor::maximum).orElseThrow();
    }

    @Override
    public String toString() {
        return "maximum()";
    }
}
