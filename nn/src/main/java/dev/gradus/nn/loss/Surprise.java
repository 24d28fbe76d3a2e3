package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/// How surprising the right classes are under given log-probabilities: what cross-entropy and the
/// negative log-likelihood share.
///
/// @param each the losses, multiplied by their class weights
/// @param weight how much each counts in the mean
/// @param plain whether all count alike
record Surprise(Tensor each, Tensor weight, boolean plain) {
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

    /// @param logProbability `[batch, ..., classes]`
    /// @param target classes `[batch, ...]`, or distributions like `logProbability`
    static Surprise of(String loss, Tensor logProbability, Tensor target, Options options) {
        var classes = Classes.count(loss, logProbability);
        if (!options.classWeights.isEmpty() && options.classWeights.size() != classes) {
            throw new ShapeException(
                    "%s was given %d class weights for logits %s: give one for each of the %d classes"
                            .formatted(
                                    loss,
                                    options.classWeights.size(),
                                    logProbability.shape(),
                                    classes));
        }
        return Classes.areDistributions(logProbability, target)
                ? ofDistributions(logProbability, target, options)
                : ofLabels(loss, logProbability, target, options);
    }

    private static Surprise ofLabels(String loss, Tensor output, Tensor target, Options options) {
        Classes.checkLabels(loss, output, target);
        var classes = output.size(-1);
        var logProbability = output.reshape(target.count(), classes);
        var labels = target.flatten().cast(DType.INT64);
        var ignore = options.ignoreIndex;
        var kept = labels.equal(ignore.orElse(NO_LABEL)).not();
        if (ignore.isPresent()) {
            // any class will do: what it loses is left out below
            labels = kept.where(labels, Tensor.zerosLike(labels));
        }
        var weights = weights(output, options);
        // looked up even if all are 1, because looking up refuses labels that name no class
        var weight = weights.take(0, labels);
        var hit = labels.unsqueeze(1).equal(Tensor.arange(classes));
        var each =
                hit.where(logProbability, Tensor.zerosLike(logProbability))
                        .sum(1)
                        .mul(weight)
                        .neg();
        var smoothing = options.labelSmoothing;
        if (smoothing > 0) {
            var shared = logProbability.mul(weights).mean(1).neg();
            each = each.mul(1 - smoothing).add(shared.mul(smoothing));
        }
        if (ignore.isPresent()) {
            var nothing = Tensor.zerosLike(each);
            each = kept.where(each, nothing);
            weight = kept.where(weight, nothing);
        }
        var plain = options.classWeights.isEmpty() && ignore.isEmpty();
        return new Surprise(each.reshape(target.shape()), weight.reshape(target.shape()), plain);
    }

    private static Surprise ofDistributions(Tensor output, Tensor target, Options options) {
        var smoothing = options.labelSmoothing;
        var truth = target.cast(output.type());
        if (smoothing > 0) {
            truth = truth.mul(1 - smoothing).add(smoothing / output.size(-1));
        }
        var logProbability =
                options.classWeights.isEmpty() ? output : output.mul(weights(output, options));
        var each = truth.mul(logProbability).sum(-1).neg();
        return new Surprise(each, Tensor.onesLike(each), true);
    }

    private static Tensor weights(Tensor output, Options options) {
        if (options.classWeights.isEmpty()) {
            return Tensor.scalar(1, output.type())
                    .expand(output.shape().range(output.rank() - 1, output.rank()));
        }
        var weights = options.classWeights.stream().mapToDouble(Double::doubleValue).toArray();
        return Tensor.of(weights, weights.length).cast(output.type());
    }

    Tensor mean() {
        return plain ? each.sum().div(weight.sum()) : Weights.mean(each, weight);
    }

    Tensor mean(Tensor weights) {
        var beside = Weights.beside(each, weights);
        return Weights.mean(each.mul(beside), weight.mul(beside));
    }
}
