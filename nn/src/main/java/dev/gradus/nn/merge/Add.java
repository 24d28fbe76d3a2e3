package dev.gradus.nn.merge;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Adds its inputs number by number: how the branches of a residual network meet (He, Zhang, Ren and
/// Sun 2015).
///
/// - inputs: `[batch, ...]`, all of one shape
/// - output: `[batch, ...]`
public record Add() implements StatelessMerge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Alike.check(this, inputs);
        return inputs.stream().map(Tensor.class::cast).reduce(Tensor::add).orElseThrow();
    }

    @Override
    public String toString() {
        return "add()";
    }
}
