package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Takes the second of two inputs from the first, number by number.
///
/// - inputs: `[batch, ...]`, all of one shape
/// - output: `[batch, ...]`
public record Subtract() implements StatelessMerge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs, 2);
        return inputs.get(0).sub(inputs.get(1));
    }

    @Override
    public String toString() {
        return "subtract()";
    }
}
