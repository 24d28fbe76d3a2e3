package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Figures that depend on the order of numbers. They do not depend on the order in which examples came.
final class Order {
    private Order() {}

    /// Returns the rank of each number, counted from 1; equal numbers share the mean of theirs.
    static double[] ranks(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var ranks = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            var below = below(sorted, values[i], false);
            var upTo = below(sorted, values[i], true);
            ranks[i] = (below + upTo + 1) / 2.0;
        }
        return ranks;
    }

    /// Returns how many of the sorted numbers are below `value`, or also equal to it.
    private static int below(double[] sorted, double value, boolean orEqual) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value || orEqual && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double correlationOfRanks(double[] first, double[] second) {
        if (hasNan(first) || hasNan(second)) {
            return Double.NaN;
        }
        var a = ranks(first);
        var b = ranks(second);
        return RegressionMetrics.pearson()
                .start()
                .add(Tensor.of(a, a.length), Tensor.of(b, b.length))
                .value();
    }

    private static boolean hasNan(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /// Returns the median of `|targets - outputs|`, in which a number counts as often as its weight says.
    static double medianDistance(double[] targets, double[] outputs, double[] weights) {
        var distances = new double[targets.length];
        for (var i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(targets[i] - outputs[i]);
        }
        if (hasNan(distances)) {
            return Double.NaN;
        }
        return Arrays.stream(weights).allMatch(weight -> weight == 1)
                ? median(distances)
                : median(distances, weights);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        var half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static double median(double[] values, double[] weights) {
        var order =
                IntStream.range(0, values.length)
                        .filter(i -> weights[i] > 0)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(i -> values[i])
                                        .thenComparingDouble(i -> weights[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        var half = Arrays.stream(order).mapToDouble(i -> weights[i]).sum() / 2;
        var sum = 0.0;
        for (var k = 0; k < order.length; k++) {
            sum += weights[order[k]];
            if (sum > half || k + 1 == order.length) {
                return values[order[k]];
            }
            if (sum == half) {
                return (values[order[k]] + values[order[k + 1]]) / 2;
            }
        }
        return Double.NaN;
    }
}
