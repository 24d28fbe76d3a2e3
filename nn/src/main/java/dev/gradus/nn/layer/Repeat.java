package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Makes a sequence of one example by repeating it, so that each step of what follows sees all of
/// it.
///
/// - input: `[batch, ...]`
/// - output: `[batch, times, ...]`
///
/// @param times how often
public record Repeat(int times) implements Stateless {
    /// Checks the number.
    public Repeat {
        Require.positive("repeat", "times", times);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() == 0) {
            throw new ShapeException(
                    "%s receives a single number (input []): the first axis must count the examples"
                            .formatted(this));
        }
        var example = x.shape().range(1, x.rank());
        return x.unsqueeze(1).expand(Shape.of(x.size(0), times).append(example));
    }

    @Override
    public String toString() {
        return "repeat(" + times + ")";
    }
}
