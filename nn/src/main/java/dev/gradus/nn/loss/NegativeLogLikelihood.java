package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// [CrossEntropy] for networks that end with log-probabilities already: an example of class `c`
/// loses `-output[c]`.
///
/// - output: log-probabilities `[batch, ..., classes]`, such as `logSoftmax(-1)` makes
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`, or distributions in floating
///   point, `[batch, ..., classes]`
/// - each: `[batch, ...]`
///
/// @param classWeights how much each class counts; empty where all count alike
/// @param ignoreIndex the label of examples that are left out, if there is one
public record NegativeLogLikelihood(List<Double> classWeights, OptionalInt ignoreIndex)
        implements Loss {
    /// Copies the list and checks the numbers.
    public NegativeLogLikelihood {
        classWeights = List.copyOf(classWeights);
        new Surprise.Options(0, classWeights, ignoreIndex).check("negativeLogLikelihood");
    }

    /// Returns this loss with classes that count as much as their weight says, one for each class.
    public NegativeLogLikelihood classWeights(double... weights) {
        return new NegativeLogLikelihood(Arrays.stream(weights).boxed().toList(), ignoreIndex);
    }

    /// Returns this loss with examples labelled `label` left out: they lose nothing and do not
    /// count in the mean.
    public NegativeLogLikelihood ignoreIndex(int label) {
        return new NegativeLogLikelihood(classWeights, OptionalInt.of(label));
    }

    @Override
    public Tensor each(Tensor output, Tensor target) {
        return surprise(output, target).each();
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        return surprise(output, target).mean();
    }

    @Override
    public Tensor weighted(Tensor output, Tensor target, Tensor weights) {
        return surprise(output, target).mean(weights);
    }

    private Surprise surprise(Tensor output, Tensor target) {
        return Surprise.of(
                "negativeLogLikelihood", output, target, options(), UnaryOperator.identity());
    }

    private Surprise.Options options() {
        return new Surprise.Options(0, classWeights, ignoreIndex);
    }

    @Override
    public String toString() {
        return "negativeLogLikelihood()" + options();
    }
}
