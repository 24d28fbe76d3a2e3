package dev.gradus.benchmarks.compare;

import java.util.Arrays;

/// Sums windows up.
final class Statistics {
    private Statistics() {}

    /// Returns the middle value, or the mean of the two in the middle.
    static double median(double... values) {
        return quantile(0.5, values);
    }

    /// Returns the value below which a share of all values lies, read off between its two neighbours.
    static double quantile(double share, double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there is no quantile of no values");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var place = share * (sorted.length - 1);
        var below = (int) Math.floor(place);
        var above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// Returns the median of `above[i] / below[i]`: what happens to the machine for a while happens to
    /// both windows of a pair and cancels out.
    static double medianRatio(double[] above, double[] below) {
        var ratios = new double[above.length];
        for (var i = 0; i < ratios.length; i++) {
            ratios[i] = above[i] / below[i];
        }
        return median(ratios);
    }

    /// Returns how far the middle half of the values spreads, as a share of their median.
    static double spread(double... values) {
        return (quantile(0.75, values) - quantile(0.25, values)) / median(values);
    }

    /// Tells whether the last `count` values differ by no more than `share`.
    static boolean isSteady(double[] values, int count, double share) {
        if (values.length < count) {
            return false;
        }
        var last = Arrays.copyOfRange(values, values.length - count, values.length);
        Arrays.sort(last);
        return last[count - 1] <= last[0] * (1 + share);
    }
}
