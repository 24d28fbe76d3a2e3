package dev.gradus.train.metric;

import java.util.Arrays;

/// The figure of several outputs.
final class Means {
    private Means() {}

    /// Returns the mean, or no number if there is nothing.
    static double of(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
