package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// How surprised a network is by the right class: the loss of choosing one class of several.
///
/// With `p = softmax(logits)` an example of class `c` loses `-log p[c]`. Label smoothing `s` shares
/// a part `s` of the truth among all classes: `-(1 - s) log p[c] - s mean(log p)` (Szegedy and
/// others 2015). Class weights multiply the loss of each class, and the mean is weighted likewise.
///
/// - output: logits `[batch, ..., classes]`, the numbers before softmax
/// - target: whole numbers `[batch, ...]` from 0 to `classes - 1`
///
/// @param labelSmoothing the part that is shared, at least 0 and below 1
/// @param classWeights how much each class counts; empty where all count alike
public record CrossEntropy(double labelSmoothing, List<Double> classWeights) implements Loss {
    /// Copies the list and checks the numbers.
    public CrossEntropy {
        classWeights = List.copyOf(classWeights);
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "crossEntropy was given the label smoothing %s: it is a share, at least 0 and below 1, such as 0.1"
                            .formatted(labelSmoothing));
        }
        if (classWeights.stream().anyMatch(weight -> !(weight >= 0))) {
            throw new IllegalArgumentException(
                    "crossEntropy was given the class weights %s: each must be 0 or more"
                            .formatted(classWeights));
        }
    }

    /// Returns this loss with a part `share` of the truth shared among all classes.
    public CrossEntropy labelSmoothing(double share) {
        return new CrossEntropy(share, classWeights);
    }

    /// Returns this loss with classes that count as much as their weight says, one for each class.
    public CrossEntropy classWeights(double... weights) {
        return new CrossEntropy(labelSmoothing, Arrays.stream(weights).boxed().toList());
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        check(output, target);
        var classes = output.size(-1);
        var logits = output.reshape(output.count() / classes, classes);
        var labels = target.flatten().cast(DType.INT64);
        var weights = weights(output);
        // looked up even if all are 1, because looking up refuses labels that name no class
        var weight = weights.take(0, labels);
        var logProbability = logits.logSoftmax(1);
        var hit = labels.unsqueeze(1).equal(Tensor.arange(classes));
        var loss =
                hit.where(logProbability, Tensor.zerosLike(logProbability))
                        .sum(1)
                        .mul(weight)
                        .neg();
        if (labelSmoothing > 0) {
            var shared = logProbability.mul(weights).mean(1).neg();
            loss = loss.mul(1 - labelSmoothing).add(shared.mul(labelSmoothing));
        }
        return loss.sum().div(weight.sum());
    }

    private Tensor weights(Tensor output) {
        if (classWeights.isEmpty()) {
            return Tensor.scalar(1, output.type())
                    .expand(output.shape().range(output.rank() - 1, output.rank()));
        }
        var weights = classWeights.stream().mapToDouble(Double::doubleValue).toArray();
        return Tensor.of(weights, weights.length).cast(output.type());
    }

    private void check(Tensor output, Tensor target) {
        if (target.type().isFloating() || target.type() == DType.BOOL) {
            throw new IllegalArgumentException(
                    "crossEntropy was given targets of type %s and shape %s: they are class numbers, so cast them to int64; use argmax(-1) on one-hot rows"
                            .formatted(target.type(), target.shape()));
        }
        if (output.rank() == 0
                || !output.shape().range(0, output.rank() - 1).equals(target.shape())) {
            throw new ShapeException(
                    "crossEntropy was given logits %s and labels %s: logits have one more axis than labels, the last one, which counts the classes"
                            .formatted(output.shape(), target.shape()));
        }
        if (output.size(-1) == 0) {
            throw new ShapeException(
                    "crossEntropy was given logits %s without a class: the last axis counts the classes"
                            .formatted(output.shape()));
        }
        if (!classWeights.isEmpty() && classWeights.size() != output.size(-1)) {
            throw new ShapeException(
                    "crossEntropy was given %d class weights for logits %s: give one for each of the %d classes"
                            .formatted(classWeights.size(), output.shape(), output.size(-1)));
        }
    }

    @Override
    public String toString() {
        return "crossEntropy()"
                + (labelSmoothing > 0 ? ".labelSmoothing(" + labelSmoothing + ")" : "")
                + (classWeights.isEmpty() ? "" : ".classWeights(" + classWeights + ")");
    }
}
