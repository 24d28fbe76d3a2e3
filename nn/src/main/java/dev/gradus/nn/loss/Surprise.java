package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// How surprising the right classes are under given log-probabilities: what cross-entropy and the
/// negative log-likelihood share.
///
/// All is computed in rows, one for each answer, so that softmax and what follows it become one kernel.
///
/// @param rows the losses, multiplied by their class weights, in one axis
/// @param weight how much each counts in the mean
/// @param plain whether all count alike
/// @param shape `[batch, ...]`
record Surprise(Tensor rows, Tensor weight, boolean plain, Shape shape) {
    private static final int NO_LABEL = -1;

    /// What the two losses can be told.
    record Options(double labelSmoothing, List<Double> classWeights, OptionalInt ignoreIndex) {
        Options {
            classWeights = List.copyOf(classWeights);
        }

        /// @throws IllegalArgumentException if a number is out of range
        void check(String loss) {
            if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
                throw new IllegalArgumentException(
                        "%s was given the label smoothing %s: it is a share, at least 0 and below 1, such as 0.1"
                                .formatted(loss, labelSmoothing));
            }
            if (classWeights.stream().anyMatch(weight -> !(weight >= 0))) {
                throw new IllegalArgumentException(
                        "%s was given the class weights %s: each must be 0 or more"
                                .formatted(loss, classWeights));
            }
        }

        @Override
        public String toString() {
            return (labelSmoothing > 0 ? ".labelSmoothing(" + labelSmoothing + ")" : "")
                    + (classWeights.isEmpty()
                            ? ""
                            : ".classWeights(" + Numbers.text(classWeights) + ")")
                    + (ignoreIndex.isPresent()
                            ? ".ignoreIndex(" + ignoreIndex.getAsInt() + ")"
                            : "");
        }
    }

    /// @param output `[batch, ..., classes]`
    /// @param target classes `[batch, ...]`, or distributions like `output`
    /// @param logarithm makes log-probabilities of rows of the output
    static Surprise of(
            String loss,
            Tensor output,
            Tensor target,
            Options options,
            UnaryOperator<Tensor> logarithm) {
        var classes = Classes.count(loss, output);
        if (!options.classWeights.isEmpty() && options.classWeights.size() != classes) {
            throw new ShapeException(
                    "%s was given %d class weights for logits %s: give one for each of the %d classes"
                            .formatted(loss, options.classWeights.size(), output.shape(), classes));
        }
        var distributions = Classes.areDistributions(output, target);
        if (!distributions) {
            Classes.checkLabels(loss, output, target);
        }
        var shape = output.shape().range(0, output.rank() - 1);
        var logProbability = logarithm.apply(output.reshape(shape.count(), classes));
        return distributions
                ? ofDistributions(logProbability, target, options, shape)
                : ofLabels(logProbability, target, options, shape);
    }

    private static Surprise ofLabels(
            Tensor logProbability, Tensor target, Options options, Shape shape) {
        var labels = target.flatten().cast(DType.INT64);
        var ignore = options.ignoreIndex;
        var kept = labels.equal(ignore.orElse(NO_LABEL)).not();
        if (ignore.isPresent()) {
            // any class will do: what it loses is left out below
            labels = kept.where(labels, Tensor.zerosLike(labels));
        }
        var weights = weights(logProbability, options);
        // looked up even if all are 1, because looking up refuses labels that name no class
        var weight = weights.take(0, labels);
        var hit = labels.unsqueeze(1).equal(Tensor.arange(logProbability.size(1)));
        var rows =
                hit.where(logProbability, Tensor.zerosLike(logProbability))
                        .sum(1)
                        .mul(weight)
                        .neg();
        var smoothing = options.labelSmoothing;
        if (smoothing > 0) {
            var shared = logProbability.mul(weights).mean(1).neg();
            rows = rows.mul(1 - smoothing).add(shared.mul(smoothing));
        }
        if (ignore.isPresent()) {
            var nothing = Tensor.zerosLike(rows);
            rows = kept.where(rows, nothing);
            weight = kept.where(weight, nothing);
        }
        var plain = options.classWeights.isEmpty() && ignore.isEmpty();
        return new Surprise(rows, weight, plain, shape);
    }

    private static Surprise ofDistributions(
            Tensor logProbability, Tensor target, Options options, Shape shape) {
        var smoothing = options.labelSmoothing;
        var truth = target.cast(logProbability.type()).reshape(logProbability.shape());
        if (smoothing > 0) {
            truth = truth.mul(1 - smoothing).add(smoothing / logProbability.size(1));
        }
        if (!options.classWeights.isEmpty()) {
            truth = truth.mul(weights(logProbability, options));
        }
        var rows = truth.mul(logProbability).sum(1).neg();
        return new Surprise(rows, Tensor.onesLike(rows), true, shape);
    }

    private static Tensor weights(Tensor logProbability, Options options) {
        if (options.classWeights.isEmpty()) {
            return Tensor.scalar(1, logProbability.type()).expand(logProbability.size(1));
        }
        var weights = options.classWeights.stream().mapToDouble(Double::doubleValue).toArray();
        return Tensor.of(weights, weights.length).cast(logProbability.type());
    }

    Tensor each() {
        return rows.reshape(shape);
    }

    Tensor mean() {
        return plain ? rows.sum().div(weight.sum()) : Weights.mean(rows, weight);
    }

    Tensor mean(Tensor weights) {
        var beside = Weights.beside(each(), weights).flatten();
        return Weights.mean(rows.mul(beside), weight.mul(beside));
    }
}
