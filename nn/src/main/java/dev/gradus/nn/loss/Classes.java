package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// How losses of one class of several read their targets.
final class Classes {
    private Classes() {}

    /// Returns how many classes the last axis of `output` counts.
    static int count(String loss, Tensor output) {
        if (output.rank() == 0 || output.size(-1) == 0) {
            throw new ShapeException(
                    "%s was given logits %s without a class: the last axis counts the classes"
                            .formatted(loss, output.shape()));
        }
        return output.size(-1);
    }

    /// Returns whether `target` says how likely each class is, instead of naming one.
    static boolean areDistributions(Tensor output, Tensor target) {
        return target.type().isFloating() && target.shape().equals(output.shape());
    }

    static void checkLabels(String loss, Tensor output, Tensor target) {
        if (target.type().isFloating() || target.type() == DType.BOOL) {
            throw new IllegalArgumentException(
                    "%s was given targets of type %s and shape %s for logits %s: they are class numbers, so cast them to int64, or how likely each class is, in floating point and the shape of the logits"
                            .formatted(loss, target.type(), target.shape(), output.shape()));
        }
        if (!output.shape().range(0, output.rank() - 1).equals(target.shape())) {
            throw new ShapeException(
                    "%s was given logits %s and labels %s: logits have one more axis than labels, the last one, which counts the classes%s"
                            .formatted(
                                    loss,
                                    output.shape(),
                                    target.shape(),
                                    output.shape().equals(target.shape())
                                            ? ". Use argmax(-1) on one-hot rows, or cast them to float32"
                                            : ""));
        }
    }

    /// Returns how likely each class is said to be, `[batch, ..., classes]`, in the type of
    /// `output`: 1 for the class that a label names.
    static Tensor shares(String loss, Tensor output, Tensor target) {
        var classes = count(loss, output);
        if (areDistributions(output, target)) {
            return target.cast(output.type());
        }
        checkLabels(loss, output, target);
        var labels = target.flatten().cast(DType.INT64);
        // looking up refuses labels that name no class
        var checked = Tensor.arange(classes).take(0, labels);
        return checked.unsqueeze(1)
                .equal(Tensor.arange(classes))
                .cast(output.type())
                .reshape(output.shape());
    }
}
