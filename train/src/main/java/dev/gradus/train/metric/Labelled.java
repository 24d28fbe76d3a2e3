package dev.gradus.train.metric;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// A batch of examples that each have one class, beside what was answered to them.
///
/// Labels are `[...]`. Outputs are `[..., classes]` with a number for each class; `[...]` or `[..., 1]`
/// with the probability of class 1 of two; or `[...]` of a whole type with the classes themselves.
/// Examples whose label is the ignored one are left out.
final class Labelled {
    private enum Kind {
        SEVERAL,
        SINGLE,
        CLASSES
    }

    /// What softmax in float32 may be beside 1, generously; numbers that are no probabilities are far.
    private static final double TOLERANCE = 1e-3;

    private final Kind kind;
    private final Buffer outputs;
    private final int width;
    private final int[] places;
    private final int[] labels;
    private final double[] weights;
    private final int classes;

    private Labelled(
            Kind kind, Buffer outputs, int width, int[] places, int[] labels, double[] weights) {
        this.kind = kind;
        this.outputs = outputs;
        this.width = width;
        this.places = places;
        this.labels = labels;
        this.weights = weights;
        this.classes = countClasses();
    }

    static Labelled of(
            Tensor outputs, Tensor targets, Optional<Tensor> given, OptionalInt ignored) {
        var kind = kind(outputs, targets);
        var all = targets.count();
        var weights = Weights.of(given, all);
        var places = new int[all];
        var labels = new int[all];
        var counting = new double[all];
        var size = 0;
        for (var i = 0; i < all; i++) {
            var label = Labels.of(targets.buffer().getDouble(i));
            if (ignored.isEmpty() || ignored.getAsInt() != label) {
                places[size] = i;
                labels[size] = label;
                counting[size] = weights.of(i);
                size++;
            }
        }
        var width = kind == Kind.SEVERAL ? outputs.size(-1) : 1;
        var batch =
                new Labelled(
                        kind,
                        outputs.buffer(),
                        width,
                        Arrays.copyOf(places, size),
                        Arrays.copyOf(labels, size),
                        Arrays.copyOf(counting, size));
        batch.checkLabels();
        return batch;
    }

    private static Kind kind(Tensor outputs, Tensor targets) {
        var rank = outputs.rank();
        if (rank == targets.rank() + 1
                && outputs.size(-1) > 1
                && outputs.shape().range(0, rank - 1).equals(targets.shape())) {
            return Kind.SEVERAL;
        }
        // [n, 1] beside [n] is one number for each example, whichever of the two is [n, 1]
        if (Axes.withoutLastOne(outputs).equals(Axes.withoutLastOne(targets))) {
            Labels.refuseOneHot(outputs, targets);
            return outputs.type().isFloating() ? Kind.SINGLE : Kind.CLASSES;
        }
        throw new ShapeException(
                "outputs of %s came for labels of %s: give [batch, classes] for [batch], or one number for each label"
                        .formatted(outputs.shape(), targets.shape()));
    }

    private int countClasses() {
        if (kind != Kind.CLASSES) {
            return Math.max(2, width);
        }
        var most = -1;
        for (var i = 0; i < labels.length; i++) {
            most = Math.max(most, Math.max(labels[i], predicted(i)));
        }
        return most + 1;
    }

    private void checkLabels() {
        for (var i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "a label of %d came for %d classes: labels go from 0 to %d, and ignoring(%d) leaves out what has no class"
                                .formatted(labels[i], classes, classes - 1, labels[i]));
            }
            if (kind == Kind.CLASSES && predicted(i) < 0) {
                throw new IllegalArgumentException(
                        "the class %d was answered: classes are counted from 0"
                                .formatted(predicted(i)));
            }
        }
    }

    /// Refuses outputs that are no probabilities.
    Labelled probabilities(String metric) {
        if (kind == Kind.CLASSES) {
            throw new IllegalArgumentException(
                    "%s needs probabilities, but whole numbers came: give the outputs before argmax"
                            .formatted(metric));
        }
        for (var i = 0; i < labels.length; i++) {
            var sum = 0.0;
            for (var k = 0; k < width; k++) {
                var p = outputs.getDouble(places[i] * width + k);
                sum += p;
                if (p < -TOLERANCE || p > 1 + TOLERANCE) {
                    throw new IllegalArgumentException(
                            "%s needs probabilities, but %s came: apply %s to the outputs first"
                                    .formatted(metric, p, remedy()));
                }
            }
            if (kind == Kind.SEVERAL && Math.abs(sum - 1) > TOLERANCE) {
                throw new IllegalArgumentException(
                        "%s needs probabilities, but those of an example add up to %s: apply %s to the outputs first"
                                .formatted(metric, sum, remedy()));
            }
        }
        return this;
    }

    private String remedy() {
        return kind == Kind.SINGLE ? "sigmoid()" : "softmax(-1)";
    }

    int size() {
        return labels.length;
    }

    int classes() {
        return classes;
    }

    int label(int i) {
        return labels[i];
    }

    double weight(int i) {
        return weights[i];
    }

    /// Returns whether there is one number for each example, and not one for each class.
    boolean isSingle() {
        return kind == Kind.SINGLE;
    }

    /// Returns whether classes were given, and nothing about how likely others are.
    boolean isDecided() {
        return kind == Kind.CLASSES;
    }

    /// Returns how likely class `label` was found, or any other score of it.
    double score(int i, int label) {
        var first = outputs.getDouble(places[i] * width + (kind == Kind.SINGLE ? 0 : label));
        return kind == Kind.SINGLE && label == 0 ? 1 - first : first;
    }

    /// Returns the class that was answered: the likeliest, and the first of several as likely.
    int predicted(int i) {
        return switch (kind) {
            case CLASSES -> (int) outputs.getLong(places[i]);
            case SINGLE -> outputs.getDouble(places[i]) > 0.5 ? 1 : 0;
            case SEVERAL -> likeliest(i);
        };
    }

    private int likeliest(int i) {
        var best = 0;
        for (var k = 1; k < width; k++) {
            if (score(i, k) > score(i, best)) {
                best = k;
            }
        }
        return best;
    }
}
