package dev.gradus.nn.loss;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// How surprised a network is by a yes or no, for any number of independent questions.
///
/// With `p = sigmoid(logit)` an answer `t` between 0 and 1 loses `-t log p - (1 - t) log(1 - p)`,
/// which is computed as `log(1 + e^x) - x t` so that it stays finite for any logit `x`. A positive
/// weight `w` multiplies the part of yes, `-w t log p`, for questions that are rarely answered so.
/// Label smoothing `s` moves answers towards not knowing: `t (1 - s) + s / 2`.
///
/// - output: logits `[batch, ...]`, the numbers before sigmoid
/// - target: numbers from 0 to 1, or truth values, of the same shape
/// - each: the same shape
///
/// @param probabilities whether outputs are probabilities instead of logits
/// @param labelSmoothing how much of each answer is not known, at least 0 and below 1
/// @param positiveWeights how much yes counts: one number for all questions, or one for each along
///     the last axis; empty where it counts as much as no
public record BinaryCrossEntropy(
        boolean probabilities, double labelSmoothing, List<Double> positiveWeights)
        implements Loss {
    /// Copies the list and checks the numbers.
    public BinaryCrossEntropy {
        positiveWeights = List.copyOf(positiveWeights);
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "binaryCrossEntropy was given the label smoothing %s: it is a share, at least 0 and below 1, such as 0.1"
                            .formatted(labelSmoothing));
        }
        if (positiveWeights.stream().anyMatch(weight -> !(weight >= 0))) {
            throw new IllegalArgumentException(
                    "binaryCrossEntropy was given the positive weights %s: each must be 0 or more"
                            .formatted(positiveWeights));
        }
    }

    /// Returns this loss for networks that end with sigmoid already. From logits it is more exact:
    /// a probability of 0 or 1 counts as no less than 10⁻³⁷.
    public BinaryCrossEntropy fromProbabilities() {
        return new BinaryCrossEntropy(true, labelSmoothing, positiveWeights);
    }

    /// Returns this loss with answers moved towards 1/2 by a part `share`.
    public BinaryCrossEntropy labelSmoothing(double share) {
        return new BinaryCrossEntropy(probabilities, share, positiveWeights);
    }

    /// Returns this loss with yes counting `weights` times as much as no: one number, or one for
    /// each question along the last axis. A question answered yes once in ten may take 9.
    public BinaryCrossEntropy positiveWeights(double... weights) {
        return new BinaryCrossEntropy(
                probabilities, labelSmoothing, Arrays.stream(weights).boxed().toList());
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        var truth = Pairs.matching(this, output, target);
        if (labelSmoothing > 0) {
            truth = truth.mul(1 - labelSmoothing).add(labelSmoothing / 2);
        }
        if (!probabilities && positiveWeights.isEmpty()) {
            return output.softplus().sub(output.mul(truth));
        }
        var yes = truth.mul(surprise(output));
        var no = truth.rsub(1).mul(surprise(probabilities ? output.rsub(1) : output.neg()));
        return positiveWeights.isEmpty() ? yes.add(no) : yes.mul(weights(output)).add(no);
    }

    /// Returns the negative logarithm of the probability of yes.
    private Tensor surprise(Tensor output) {
        return probabilities ? Logarithm.of(output).neg() : output.neg().softplus();
    }

    private Tensor weights(Tensor output) {
        var count = positiveWeights.size();
        if (count != 1 && (output.rank() == 0 || output.size(-1) != count)) {
            throw new ShapeException(
                    "binaryCrossEntropy was given %d positive weights for logits %s: give one for all questions, or one for each along the last axis"
                            .formatted(count, output.shape()));
        }
        var weights = positiveWeights.stream().mapToDouble(Double::doubleValue).toArray();
        var tensor = count == 1 ? Tensor.of(weights) : Tensor.of(weights, count);
        return tensor.cast(output.type());
    }

    @Override
    public String toString() {
        return "binaryCrossEntropy()"
                + (probabilities ? ".fromProbabilities()" : "")
                + (labelSmoothing > 0 ? ".labelSmoothing(" + labelSmoothing + ")" : "")
                + (positiveWeights.isEmpty()
                        ? ""
                        : ".positiveWeights(" + Numbers.text(positiveWeights) + ")");
    }
}
