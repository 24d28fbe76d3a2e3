package dev.gradus.train.metric;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/// How much each example of a batch counts.
final class Weights {
    private final double[] weights;

    private Weights(double[] weights) {
        this.weights = weights;
    }

    /// Reads them, or takes 1 for each where none are given.
    static Weights of(Optional<Tensor> given, int examples) {
        if (given.isEmpty()) {
            var ones = new double[examples];
            Arrays.fill(ones, 1);
            return new Weights(ones);
        }
        var weights = given.get();
        if (weights.count() != examples) {
            throw new ShapeException(
                    "weights of %s came for %d examples: give one number for each"
                            .formatted(weights.shape(), examples));
        }
        var numbers = weights.toDoubles();
        for (var weight : numbers) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a weight of %s came: give finite numbers, 0 or more".formatted(weight));
            }
        }
        return new Weights(numbers);
    }

    double of(int example) {
        return weights[example];
    }
}
