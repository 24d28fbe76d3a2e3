package dev.gradus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one epoch came to: one pass over the training examples and a look at the validation
/// examples.
///
/// @param epoch its number, counted from 1
/// @param steps how many steps were made in it
/// @param trainLoss the mean loss of its batches while the weights changed, dropout in force
/// @param trainAccuracy the share of its examples given the right class, likewise
/// @param validationLoss the loss of the validation examples after it, without what a
///     regularizer adds
/// @param metrics the figures of the validation examples after it, by name
/// @param secondsTraining how long its steps took
/// @param seconds how long it took with validation
/// @param best whether the weights after it are the best so far
public record EpochResult(
        int epoch,
        int steps,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        Map<String, Double> metrics,
        double secondsTraining,
        double seconds,
        boolean best) {
    /// Copies the map.
    public EpochResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /// Returns the share of the validation examples given the right class after it.
    public double validationAccuracy() {
        return metrics.getOrDefault("accuracy", Double.NaN);
    }
}
