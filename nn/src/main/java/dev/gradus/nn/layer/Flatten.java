package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Lays the numbers of each example in one row, as a dense layer wants them.
///
/// - input: `[batch, ...]`
/// - output: `[batch, product of the others]`
public record Flatten() implements Stateless {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() == 0) {
            throw new ShapeException(
                    "flatten() receives a single number (input []): the first axis must count the examples");
        }
        // not reshape(batch, -1): nothing can be inferred from an empty batch
        return x.reshape(Shape.of(x.size(0), x.shape().range(1, x.rank()).count()));
    }

    @Override
    public String toString() {
        return "flatten()";
    }
}
