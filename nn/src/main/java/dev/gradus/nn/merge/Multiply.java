package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Multiplies its inputs number by number: one says how much of the other passes.
///
/// - inputs: `[batch, ...]`, all of one shape
/// - output: `[batch, ...]`
public record Multiply() implements StatelessMerge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs);
        return inputs.stream().map(Tensor.class::cast).reduce(Tensor::mul).orElseThrow();
    }

    @Override
    public String toString() {
        return "multiply()";
    }
}
