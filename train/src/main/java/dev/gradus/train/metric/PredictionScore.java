package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalInt;

/// Keeps the probabilities of all classes for all examples, for a formula of one's own.
public final class PredictionScore {
    /// The figure of all examples.
    @FunctionalInterface
    public interface Formula {
        /// Returns the figure.
        ///
        /// @param truth the class of each example
        /// @param probabilities of each class for each example, one after the other
        /// @param classes how many there are
        double of(int[] truth, float[] probabilities, int classes);
    }

    private PredictionScore() {}

    /// Returns a score that has seen nothing. Weights are refused.
    public static Score start(String name, Formula formula) {
        return new Running<>(
                name,
                new Rows(),
                (rows, outputs, targets, weights) -> add(name, rows, outputs, targets, weights),
                rows -> value(rows, formula));
    }

    private static void add(
            String name, Rows rows, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        Unweighted.check(name, weights);
        var batch = Labelled.of(outputs, targets, weights, OptionalInt.empty()).probabilities(name);
        var width = batch.classes() + 1;
        var numbers = new double[batch.size() * width];
        for (var i = 0; i < batch.size(); i++) {
            for (var label = 0; label < batch.classes(); label++) {
                numbers[i * width + label] = batch.score(i, label);
            }
            numbers[i * width + batch.classes()] = batch.label(i);
        }
        rows.append(width, numbers);
    }

    private static double value(Rows rows, Formula formula) {
        if (rows.size() == 0) {
            return Double.NaN;
        }
        var classes = rows.width() - 1;
        var truth = new int[rows.size()];
        var probabilities = new float[rows.size() * classes];
        for (var i = 0; i < truth.length; i++) {
            truth[i] = (int) rows.get(i, classes);
            for (var label = 0; label < classes; label++) {
                probabilities[i * classes + label] = (float) rows.get(i, label);
            }
        }
        return formula.of(truth, probabilities, classes);
    }
}
