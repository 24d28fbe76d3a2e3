package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// How surprised a network is by the right class: the loss of choosing one class of several.
///
/// With `p = softmax(logits)` an example of class `c` loses `-log p[c]`. Label smoothing `s` shares
/// a part `s` of the truth among all classes: `-(1 - s) log p[c] - s mean(log p)` (Szegedy and
/// others 2015). Class weights multiply the loss of each class, and the mean is weighted likewise.
/// Where the truth is itself a distribution `t`, as in distillation or mixup, an example loses
/// `-Σ t log p`, each class times its weight; the mean then counts all examples alike.
///
/// - output: logits `[batch, ..., classes]`, the numbers before softmax
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`, or distributions in floating
///   point, `[batch, ..., classes]`
/// - each: `[batch, ...]`
///
/// @param labelSmoothing the part that is shared, at least 0 and below 1
/// @param classWeights how much each class counts; empty where all count alike
/// @param ignoreIndex the label of examples that are left out, if there is one
public record CrossEntropy(
        double labelSmoothing, List<Double> classWeights, OptionalInt ignoreIndex) implements Loss {
    /// Copies the list and checks the numbers.
    public CrossEntropy {
        classWeights = List.copyOf(classWeights);
        new Surprise.Options(labelSmoothing, classWeights, ignoreIndex).check("crossEntropy");
    }

    /// Returns this loss with a part `share` of the truth shared among all classes.
    public CrossEntropy labelSmoothing(double share) {
        return new CrossEntropy(share, classWeights, ignoreIndex);
    }

    /// Returns this loss with classes that count as much as their weight says, one for each class.
    public CrossEntropy classWeights(double... weights) {
        return new CrossEntropy(
                labelSmoothing, Arrays.stream(weights).boxed().toList(), ignoreIndex);
    }

    /// Returns this loss with examples labelled `label` left out: they lose nothing and do not
    /// count in the mean. Padding is often labelled so, with a number that names no class.
    public CrossEntropy ignoreIndex(int label) {
        return new CrossEntropy(labelSmoothing, classWeights, OptionalInt.of(label));
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
                "crossEntropy", output, target, options(), logits -> logits.logSoftmax(1));
    }

    private Surprise.Options options() {
        return new Surprise.Options(labelSmoothing, classWeights, ignoreIndex);
    }

    @Override
    public String toString() {
        return "crossEntropy()" + options();
    }
}
