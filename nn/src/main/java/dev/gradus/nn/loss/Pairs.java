package dev.gradus.nn.loss;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// The check that losses share which compare number with number.
final class Pairs {
    private Pairs() {}

    /// Returns `target` in the type of `output`.
    ///
    /// @throws ShapeException if the shapes differ: broadcasting here is nearly always a mistake,
    ///     each output being compared with the targets of all
    static Tensor matching(Object loss, Tensor output, Tensor target) {
        if (!output.shape().equals(target.shape())) {
            throw new ShapeException(
                    "%s compares number with number, but the output is %s and the target %s: %s"
                            .formatted(
                                    loss,
                                    output.shape(),
                                    target.shape(),
                                    output.count() == target.count()
                                            ? "reshape() the target to the shape of the output"
                                            : "give one target for each output"));
        }
        return target.cast(output.type());
    }
}
