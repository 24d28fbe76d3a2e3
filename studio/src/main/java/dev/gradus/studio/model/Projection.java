package dev.gradus.studio.model;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Points of many dimensions, seen from where they scatter most: their principal components (Pearson 1901;
/// Hotelling 1933).
///
/// @param points the points
/// @param places where each lies along the first components, [#DIMENSIONS] numbers for each
/// @param shares which share of all scatter each component holds
record Projection(List<float[]> points, float[] places, double[] shares) {
    static final int DIMENSIONS = 3;

    private static final int MOST_ROUNDS = 300;
    private static final double SETTLED = 1e-9;

    Projection {
        points = List.copyOf(points);
    }

    /// Finds the components by multiplying guesses with the points and their transpose until they stay,
    /// each at right angles to those before it. Nothing is ever larger than the points.
    static Projection of(List<float[]> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("there are no points to be shown");
        }
        var centred = centred(points);
        var width = points.getFirst().length;
        var kept = Math.min(DIMENSIONS, width);
        var random = new Random(1);
        var axes = new double[kept][];
        for (var k = 0; k < kept; k++) {
            axes[k] = random.doubles(width, -1, 1).toArray();
        }
        rightAngled(axes);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var before = axes;
            axes = turned(centred, axes);
            rightAngled(axes);
            if (moved(before, axes) < SETTLED) {
                break;
            }
        }
        return placed(points, centred, axes);
    }

    private static Projection placed(List<float[]> points, double[][] centred, double[][] axes) {
        var places = new float[points.size() * DIMENSIONS];
        var scatter = new double[DIMENSIONS];
        var all = 0.0;
        for (var i = 0; i < centred.length; i++) {
            all += dot(centred[i], centred[i]);
            for (var k = 0; k < axes.length; k++) {
                var along = dot(centred[i], axes[k]);
                places[i * DIMENSIONS + k] = (float) along;
                scatter[k] += along * along;
            }
        }
        for (var k = 0; k < scatter.length; k++) {
            scatter[k] = all == 0 ? 0 : scatter[k] / all;
        }
        return new Projection(points, places, scatter);
    }

    private static double[][] centred(List<float[]> points) {
        var width = points.getFirst().length;
        var mean = new double[width];
        for (var point : points) {
            for (var i = 0; i < width; i++) {
                mean[i] += point[i] / (double) points.size();
            }
        }
        var centred = new double[points.size()][width];
        for (var p = 0; p < centred.length; p++) {
            for (var i = 0; i < width; i++) {
                centred[p][i] = points.get(p)[i] - mean[i];
            }
        }
        return centred;
    }

    private static double[][] turned(double[][] centred, double[][] axes) {
        var turned = new double[axes.length][axes[0].length];
        for (var point : centred) {
            for (var k = 0; k < axes.length; k++) {
                var along = dot(point, axes[k]);
                for (var i = 0; i < point.length; i++) {
                    turned[k][i] += along * point[i];
                }
            }
        }
        return turned;
    }

    /// Gram and Schmidt, twice for good measure.
    private static void rightAngled(double[][] axes) {
        for (var k = 0; k < axes.length; k++) {
            for (var pass = 0; pass < 2; pass++) {
                for (var before = 0; before < k; before++) {
                    var along = dot(axes[k], axes[before]);
                    for (var i = 0; i < axes[k].length; i++) {
                        axes[k][i] -= along * axes[before][i];
                    }
                }
            }
            var length = Math.sqrt(dot(axes[k], axes[k]));
            for (var i = 0; i < axes[k].length; i++) {
                axes[k][i] = length < 1e-12 ? 0 : axes[k][i] / length;
            }
        }
    }

    private static double moved(double[][] before, double[][] after) {
        var most = 0.0;
        for (var k = 0; k < before.length; k++) {
            most = Math.max(most, 1 - Math.abs(dot(before[k], after[k])));
        }
        return most;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// A point and how far it is from another, in all dimensions.
    record Near(int point, double distance) {}

    /// Returns the `count` points nearest to point `to`, itself left out, the nearest first.
    List<Near> near(int to, int count) {
        if (to < 0 || to >= points.size()) {
            throw new IllegalArgumentException(
                    "there is no point %d: they go from 0 to %d".formatted(to, points.size() - 1));
        }
        return IntStream.range(0, points.size())
                .filter(i -> i != to)
                .mapToObj(i -> new Near(i, distance(points.get(to), points.get(i))))
                .sorted(Comparator.comparingDouble(Near::distance))
                .limit(count)
                .toList();
    }

    private static double distance(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
