package dev.gradus.studio.playground;

import dev.gradus.nn.Hook;
import dev.gradus.nn.Hooks;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What each hidden layer makes of a grid over the plane, and of some of the points: where the layer has
/// carried them.
///
/// A layer of two neurons is a plane itself. Of a wider one the two directions are taken in which the
/// grid is spread most (principal components); they keep their sense from picture to picture.
final class Warp {
    /// How many nodes the grid has in each direction.
    static final int SIDE = 25;

    private static final int MOST_POINTS = 240;

    private final int[] chosen;
    private final Tensor places;
    private final List<double[][]> axes = new ArrayList<>();

    /// What a layer makes of it.
    ///
    /// @param share which part of the spread of the grid is in the picture
    /// @param places x and y of each node, row by row, then of each chosen point
    record Layer(double share, float[] places) {}

    Warp(Setup setup, List<PointSet.Point> points) {
        var step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        this.chosen = IntStream.range(0, points.size()).filter(i -> i % step == 0).toArray();
        var some = IntStream.of(chosen).mapToObj(points::get).toList();
        this.places =
                Feature.of(
                                setup.features(),
                                Tensor.concatenate(
                                        0,
                                        Plane.grid(SIDE, Plane.REACH),
                                        Experiment.coordinates(some)))
                        .realize();
    }

    /// Returns which points are carried along.
    int[] chosen() {
        return chosen.clone();
    }

    List<Layer> of(Sequential network) {
        var outputs = new ArrayList<Tensor>();
        Hooks.into(network, Hook.outputs((_, output) -> outputs.add(output))).apply(places);
        Tensor.realize(outputs.toArray(Tensor[]::new));
        var layers = new ArrayList<Layer>();
        for (var i = 0; i < outputs.size() - 1; i++) {
            layers.add(layer(i, outputs.get(i).toFloats(), outputs.get(i).size(1)));
        }
        return layers;
    }

    private Layer layer(int index, float[] numbers, int width) {
        var count = numbers.length / width;
        var carried = new float[2 * count];
        if (width <= 2) {
            for (var i = 0; i < count; i++) {
                carried[2 * i] = numbers[width * i];
                carried[2 * i + 1] = width == 2 ? numbers[2 * i + 1] : 0;
            }
            return new Layer(1, carried);
        }
        var mean = mean(numbers, width);
        var covariance = covariance(numbers, width, mean);
        if (!Double.isFinite(covariance[0][0])) {
            java.util.Arrays.fill(carried, Float.NaN);
            return new Layer(Double.NaN, carried);
        }
        var eigen = Eigen.of(covariance);
        var directions = turned(index, new double[][] {eigen.vectors()[0], eigen.vectors()[1]});
        for (var i = 0; i < count; i++) {
            for (var k = 0; k < 2; k++) {
                var sum = 0.0;
                for (var j = 0; j < width; j++) {
                    sum += (numbers[i * width + j] - mean[j]) * directions[k][j];
                }
                carried[2 * i + k] = (float) sum;
            }
        }
        return new Layer(eigen.share(0) + eigen.share(1), carried);
    }

    private static double[] mean(float[] numbers, int width) {
        var mean = new double[width];
        for (var i = 0; i < SIDE * SIDE; i++) {
            for (var j = 0; j < width; j++) {
                mean[j] += numbers[i * width + j] / (double) (SIDE * SIDE);
            }
        }
        return mean;
    }

    private static double[][] covariance(float[] numbers, int width, double[] mean) {
        var covariance = new double[width][width];
        for (var i = 0; i < SIDE * SIDE; i++) {
            for (var j = 0; j < width; j++) {
                for (var k = 0; k < width; k++) {
                    covariance[j][k] +=
                            (numbers[i * width + j] - mean[j]) * (numbers[i * width + k] - mean[k]);
                }
            }
        }
        return covariance;
    }

    /// An eigenvector and its opposite are equally good: the one nearer to that of the picture before is
    /// taken.
    private double[][] turned(int index, double[][] directions) {
        while (axes.size() <= index) {
            axes.add(new double[0][]);
        }
        var before = axes.get(index);
        for (var k = 0; k < before.length; k++) {
            var dot = 0.0;
            for (var j = 0; j < directions[k].length; j++) {
                dot += directions[k][j] * before[k][j];
            }
            if (dot < 0) {
                for (var j = 0; j < directions[k].length; j++) {
                    directions[k][j] = -directions[k][j];
                }
            }
        }
        axes.set(index, directions);
        return directions;
    }
}
