package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Makes a sequence that shows the same numbers in each step, for a recurrent layer that spells out
/// what another one has read.
///
/// - input: `[batch, features]`
/// - output: `[batch, times, features]`
///
/// @param times how many steps
public record Repeat(int times) implements Stateless {
    /// Checks the number.
    public Repeat {
        Require.positive("repeat", "times", times);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() != 2) {
            throw new ShapeException(
                    "%s makes a sequence of [batch, features] but receives %s axes (input %s): a recurrent layer before it must not have sequences()"
                            .formatted(this, x.rank(), x.shape()));
        }
        return x.unsqueeze(1).expand(Shape.of(x.size(0), times, x.size(1)));
    }

    @Override
    public String toString() {
        return "repeat(" + times + ")";
    }
}
