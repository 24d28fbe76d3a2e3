package dev.gradus.nn.loss;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// How single losses become one: the only place where a mean is weighted.
final class Weights {
    private Weights() {}

    /// Returns `weights`, repeated along the axes that follow theirs, in the shape of `losses`.
    static Tensor beside(Tensor losses, Tensor weights) {
        checkNotOne(losses);
        var rank = weights.rank();
        if (rank == 0
                || rank > losses.rank()
                || !losses.shape().range(0, rank).equals(weights.shape())) {
            throw new ShapeException(
                    "weights %s were given for losses %s: give one weight for each example, %s%s"
                            .formatted(
                                    weights.shape(),
                                    losses.shape(),
                                    losses.shape().range(0, 1),
                                    losses.rank() > 1
                                            ? ", or for each loss, " + losses.shape()
                                            : ""));
        }
        var aligned = weights.cast(losses.type());
        for (var axis = rank; axis < losses.rank(); axis++) {
            aligned = aligned.unsqueeze(-1);
        }
        return aligned.expand(losses.shape());
    }

    private static void checkNotOne(Tensor losses) {
        if (losses.rank() == 0) {
            throw new ShapeException(
                    "this loss makes one number of a whole batch, so there is none for each example: leave the mean out of its formula");
        }
    }

    /// Returns the sum of losses that carry their weight already, divided by that of the weights; 0
    /// where nothing counts, so that such a batch does no harm.
    static Tensor mean(Tensor weightedLosses, Tensor weight) {
        var total = weight.sum();
        return weightedLosses.sum().div(total.equal(0).where(Tensor.onesLike(total), total));
    }

    static Tensor perExample(Tensor losses) {
        checkNotOne(losses);
        var batch = losses.size(0);
        return losses.rank() == 1
                ? losses
                : losses.reshape(batch, losses.shape().range(1, losses.rank()).count()).mean(1);
    }
}
