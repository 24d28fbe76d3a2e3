package dev.gradus.nn.merge;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Puts its inputs one after the other, so that what follows sees all of them.
///
/// - inputs: `[batch, ...]`, alike in all axes but `axis`
/// - output: `[batch, ...]`, as long along `axis` as all inputs together
///
/// @param axis the axis, as in the shape with the batch; negative ones count from the end
public record Concatenate(int axis) implements StatelessMerge {
    /// Refuses the axis of the batch.
    public Concatenate {
        if (axis == 0) {
            throw new IllegalArgumentException(
                    "concatenate was given axis 0, which counts the examples: give another, such as -1");
        }
    }

    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(this + " was given no input: give at least one");
        }
        var first = inputs.getFirst().shape();
        var along = first.axis(axis);
        for (var input : inputs) {
            if (along == 0
                    || input.rank() != first.rank()
                    || !input.shape().with(along, 1).equals(first.with(along, 1))) {
                throw new ShapeException(
                        "%s was given inputs of shapes %s: they must agree in every axis but %d"
                                .formatted(
                                        this, inputs.stream().map(Tensor::shape).toList(), axis));
            }
        }
        return Tensor.concatenate(along, inputs.toArray(Tensor[]::new));
    }

    @Override
    public String toString() {
        return axis == -1 ? "concatenate()" : "concatenate(" + axis + ")";
    }
}
