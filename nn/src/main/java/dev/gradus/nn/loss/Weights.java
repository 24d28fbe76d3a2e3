package dev.gradus.nn.loss;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// How single losses become one: the only place where a mean is weighted.
final class Weights {
    private Weights() {}

    /// Returns `weights`, repeated along the axes that follow theirs, in the shape of `losses`.
    static Tensor beside(Tensor losses, Tensor weights) {
        var rank = weights.rank();
        if (rank == 0
                || rank > losses.rank()
                || !losses.shape().range(0, rank).equals(weights.shape())) {
            throw new ShapeException(
                    "weights %s were given for losses %s: give one weight for each example, %s, or for each loss, %s"
                            .formatted(
                                    weights.shape(),
                                    losses.shape(),
                                    losses.shape().range(0, Math.min(1, losses.rank())),
                                    losses.shape()));
        }
        var aligned = weights.cast(losses.type());
        for (var axis = rank; axis < losses.rank(); axis++) {
            aligned = aligned.unsqueeze(-1);
        }
        return aligned.expand(losses.shape());
    }

    /// Returns the sum of losses that carry their weight already, divided by that of the weights; 0
    /// where nothing counts, so that such a batch does no harm.
    static Tensor mean(Tensor weightedLosses, Tensor weight) {
        var total = weight.sum();
        return weightedLosses.sum().div(total.equal(0).where(Tensor.onesLike(total), total));
    }

    static Tensor perExample(Tensor losses) {
        if (losses.rank() == 0) {
            throw new ShapeException(
                    "this loss makes one number of a whole batch, so there is none for each example: leave the mean out of its formula");
        }
        return losses.rank() == 1
                ? losses
                : losses.reshape(losses.size(0), losses.count() / Math.max(1, losses.size(0)))
                        .mean(1);
    }
}
