package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How wrong an output is: what training makes small.
///
/// A loss says how wrong each answer is; the mean, which training makes small, the sum and the
/// weighted mean follow. A loss of one's own is its formula:
///
/// ```java
/// Loss fourthPower = (output, target) -> output.sub(target).square().square();
/// ```
///
/// A formula that ends with its own mean is as good, because the mean of one number is that number.
/// Where a loss is asked for, `crossEntropy()::sum` trains with the sum.
@FunctionalInterface
public interface Loss {
    /// Returns how wrong each answer is, without taking the mean: `[batch, ...]`. Losses that
    /// compare number with number have one for each number, those that compare whole answers, such
    /// as classes, one for each answer.
    ///
    /// @param output what the network made of the batch
    /// @param target what it should have made
    Tensor each(Tensor output, Tensor target);

    /// Returns the mean loss of a batch, a scalar.
    default Tensor apply(Tensor output, Tensor target) {
        return each(output, target).mean();
    }

    /// Returns the sum of the losses of a batch, a scalar.
    default Tensor sum(Tensor output, Tensor target) {
        return each(output, target).sum();
    }

    /// Returns the mean loss of each example: `[batch]`.
    default Tensor perExample(Tensor output, Tensor target) {
        return Weights.perExample(each(output, target));
    }

    /// Returns the mean of a batch in which some answers count more than others:
    /// `Σ weight × loss / Σ weight`.
    ///
    /// Only the proportions of the weights matter, and a weight of 0 leaves an answer out as if it
    /// were not in the batch, which is what padding needs. Where all weights are 0 the mean is 0.
    /// Keras divides by the number of answers instead; write
    /// `each(output, target).mul(weights).mean()` for that.
    ///
    /// @param weights one for each example, `[batch]`, or for each place within, `[batch, ...]`
    /// @throws dev.gradus.tensor.ShapeException if the weights do not begin as the losses do
    default Tensor weighted(Tensor output, Tensor target, Tensor weights) {
        var losses = each(output, target);
        var weight = Weights.beside(losses, weights);
        return Weights.mean(losses.mul(weight), weight);
    }
}
