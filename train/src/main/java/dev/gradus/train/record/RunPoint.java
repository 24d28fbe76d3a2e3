package dev.gradus.train.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was measured after a step: the loss, the learning rate, figures of the validation examples.
///
/// @param step after how many steps
/// @param epoch in which epoch, counted from 1, or 0 if there are none
/// @param seconds how many seconds after the beginning of the run
/// @param points how many steps this stands for: of very long runs means are kept
/// @param values the figures by name; infinite or not a number where they were
public record RunPoint(
        long step, int epoch, double seconds, int points, Map<String, Double> values) {
    /// Copies the map.
    public RunPoint {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Returns the figure of this name; not a number if there is none.
    public double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
