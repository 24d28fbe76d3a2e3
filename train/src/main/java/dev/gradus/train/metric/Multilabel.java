package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A batch of examples that have any number of labels each: outputs and targets are `[batch, labels]`,
/// probabilities beside 0 and 1.
final class Multilabel {
    private final int labels;
    private final Buffer outputs;
    private final Buffer targets;
    private final Weights weights;
    private final OptionalInt ignored;
    private final int size;

    private Multilabel(
            int labels, Tensor outputs, Tensor targets, Weights weights, OptionalInt ignored) {
        this.labels = labels;
        this.outputs = outputs.buffer();
        this.targets = targets.buffer();
        this.weights = weights;
        this.ignored = ignored;
        this.size = labels == 0 ? 0 : outputs.count() / labels;
    }

    static Multilabel of(
            String metric,
            Tensor outputs,
            Tensor targets,
            Optional<Tensor> given,
            OptionalInt ignored) {
        var labels = Axes.several(metric, outputs, targets);
        var examples = labels == 0 ? 0 : outputs.count() / labels;
        var weights = Weights.of(given, examples);
        var batch = new Multilabel(labels, outputs, targets, weights, ignored);
        batch.check(metric);
        return batch;
    }

    private void check(String metric) {
        for (var place = 0; place < outputs.size(); place++) {
            var p = outputs.getDouble(place);
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException(
                        "%s needs probabilities, but %s came: apply sigmoid() to the outputs first"
                                .formatted(metric, p));
            }
            if (!isIgnored(place)) {
                Axes.isTrue(targets.getDouble(place));
            }
        }
    }

    int size() {
        return size;
    }

    int labels() {
        return labels;
    }

    double weight(int i) {
        return weights.of(i);
    }

    private boolean isIgnored(int place) {
        return ignored.isPresent() && targets.getDouble(place) == ignored.getAsInt();
    }

    boolean isIgnored(int i, int label) {
        return isIgnored(i * labels + label);
    }

    boolean is(int i, int label) {
        return targets.getDouble(i * labels + label) == 1;
    }

    /// Returns whether a label is called so: from the threshold on, or where it is likelier than not.
    boolean isCalled(int i, int label, OptionalDouble threshold) {
        var p = outputs.getDouble(i * labels + label);
        return threshold.isPresent() ? p >= threshold.getAsDouble() : p > 0.5;
    }

    /// Returns the share of the labels of an example that are wrong; no number if all are ignored.
    double shareOfWrong(int i) {
        var wrong = 0;
        var judged = 0;
        for (var label = 0; label < labels; label++) {
            if (!isIgnored(i, label)) {
                judged++;
                wrong += isCalled(i, label, OptionalDouble.empty()) == is(i, label) ? 0 : 1;
            }
        }
        return judged == 0 ? Double.NaN : (double) wrong / judged;
    }
}
