package dev.gradus.train.metric;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Shapes as metrics read them.
final class Axes {
    private Axes() {}

    /// Returns the shape without a last axis of size 1: `[n, 1]` and `[n]` are as many numbers.
    static Shape withoutLastOne(Tensor tensor) {
        var rank = tensor.rank();
        return rank > 1 && tensor.size(-1) == 1
                ? tensor.shape().range(0, rank - 1)
                : tensor.shape();
    }

    /// Checks that there is one output for each target, several of them an example, and returns how
    /// many: the size of the last axis.
    static int several(String metric, Tensor outputs, Tensor targets) {
        if (outputs.rank() < 2 || !outputs.shape().equals(targets.shape())) {
            throw new ShapeException(
                    "%s takes outputs and targets of the same shape, such as [batch, several], but %s and %s came"
                            .formatted(metric, outputs.shape(), targets.shape()));
        }
        return outputs.size(-1);
    }

    /// Refuses targets other than 0 and 1.
    static boolean isTrue(double target) {
        if (target != 0 && target != 1) {
            throw new IllegalArgumentException(
                    "a target of %s came where each label is there or not: give 1 or 0"
                            .formatted(target));
        }
        return target == 1;
    }
}
