package dev.gradus.train;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a model answered to the examples of a dataset, in their order, beside what they are.
public final class Predictions {
    private final List<String> classes;
    private final int[] truth;
    private final float[] probabilities;

    /// @param probabilities of each class for each example, one after the other; taken over
    Predictions(List<String> classes, int[] truth, float[] probabilities) {
        this.classes = classes;
        this.truth = truth;
        this.probabilities = probabilities;
    }

    /// Returns how likely each class was found for each example: `[examples, classes]`.
    public Tensor probabilities() {
        return Tensors.of(probabilities.clone(), Shape.of(size(), classes.size()));
    }

    /// Returns the class that each example has: `[examples]`.
    public Tensor truth() {
        return Tensor.of(truth, size());
    }

    /// Returns how many examples there are.
    public int size() {
        return truth.length;
    }

    /// Returns the names of the classes.
    public List<String> classes() {
        return classes;
    }

    /// Returns the class that example `i` has.
    public int truth(int i) {
        return truth[i];
    }

    /// Returns the class that example `i` was given: the likeliest, and the first of several as
    /// likely.
    public int predicted(int i) {
        var best = 0;
        for (var label = 1; label < classes.size(); label++) {
            if (probability(i, label) > probability(i, best)) {
                best = label;
            }
        }
        return best;
    }

    /// Returns whether example `i` was given the class it has.
    public boolean correct(int i) {
        return predicted(i) == truth(i);
    }

    /// Returns how likely class `label` was found for example `i`, from 0 to 1.
    public float probability(int i, int label) {
        return probabilities[i * classes.size() + label];
    }

    /// Returns how likely each class was found for example `i`, in an array of the caller's own.
    public float[] probabilities(int i) {
        return Arrays.copyOfRange(probabilities, i * classes.size(), (i + 1) * classes.size());
    }

    /// Returns the answer to example `i`.
    public Prediction prediction(int i) {
        return Prediction.of(classes, probabilities(i));
    }

    /// Returns the examples that were given a wrong class, those first that the model was surest
    /// of.
    public int[] mistakes() {
        return IntStream.range(0, size())
                .filter(i -> !correct(i))
                .boxed()
                .sorted((a, b) ->
                        Float.compare(probability(b, predicted(b)), probability(a, predicted(a))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Counts which class was taken for which.
    public ConfusionMatrix confusion() {
        var predicted = IntStream.range(0, size()).map(this::predicted).toArray();
        return ConfusionMatrix.of(classes, truth, predicted);
    }

    /// Returns the mean of `-log p`, where `p` is how likely the true class was found: 0 is
    /// perfect, and being sure of something wrong costs most.
    public double logLoss() {
        return size() == 0 ? 0 : Metrics.logLoss().of(this);
    }
}
