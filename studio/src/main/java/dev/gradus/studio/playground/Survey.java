package dev.gradus.studio.playground;

import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/// Measures a loss surface: asks the engine for the loss of many networks. It takes a second or so, and can
/// be interrupted.
final class Survey {
    /// How many networks are asked in each direction.
    static final int SIDE = 33;

    private static final int MOST_OF_PATH = 80;
    private static final double MARGIN = 0.3;

    private final Experiment experiment;
    private final Sequential twin;
    private final long run;
    private final List<History.Entry> path;

    /// @param path epochs from the first to the last, at least two
    Survey(Experiment experiment, long run, List<History.Entry> path) {
        this.experiment = experiment;
        this.twin = experiment.twin();
        this.run = run;
        this.path = List.copyOf(path);
    }

    /// @param progress is told how many of 100 parts are done
    Surface measure(IntConsumer progress) throws InterruptedException {
        var last = path.getLast();
        var center = flat(last.weights());
        var steps = steps(center);
        var eigen = Eigen.of(products(steps));
        var across = direction(steps, eigen, 0, new double[center.length]);
        var along = direction(steps, eigen, 1, across);
        var empty =
                new Surface(
                        run,
                        last.epoch(),
                        center,
                        across,
                        along,
                        new double[] {eigen.share(0), eigen.share(1)},
                        new double[4],
                        SIDE,
                        new float[0]);
        var bounds = bounds(empty);
        return new Surface(
                run,
                last.epoch(),
                center,
                across,
                along,
                empty.shares(),
                bounds,
                SIDE,
                losses(empty, bounds, progress));
    }

    private static float[] flat(List<float[]> parts) {
        var all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /// Each epoch, seen from the last one.
    private List<double[]> steps(float[] center) {
        var every = Math.max(1, (path.size() + MOST_OF_PATH - 1) / MOST_OF_PATH);
        var steps = new ArrayList<double[]>();
        for (var i = 0; i < path.size() - 1; i += every) {
            var weights = flat(path.get(i).weights());
            var step = new double[center.length];
            for (var j = 0; j < step.length; j++) {
                step[j] = weights[j] - (double) center[j];
            }
            steps.add(step);
        }
        return steps;
    }

    /// There are fewer epochs than weights, so their products among each other are the smaller matrix; it
    /// has the same directions.
    private static double[][] products(List<double[]> steps) {
        var products = new double[steps.size()][steps.size()];
        for (var i = 0; i < steps.size(); i++) {
            for (var j = 0; j <= i; j++) {
                products[i][j] = dot(steps.get(i), steps.get(j));
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] direction(List<double[]> steps, Eigen eigen, int k, double[] other) {
        var direction = new double[other.length];
        if (k < steps.size() && eigen.values()[k] > 1e-10 * eigen.values()[0]) {
            for (var i = 0; i < steps.size(); i++) {
                for (var j = 0; j < direction.length; j++) {
                    direction[j] += eigen.vectors()[k][i] * steps.get(i)[j];
                }
            }
        } else {
            // the path is straight: any direction will do, the same each time
            var random = new SplittableRandom(k);
            for (var j = 0; j < direction.length; j++) {
                direction[j] = random.nextGaussian();
            }
        }
        var common = dot(direction, other);
        for (var j = 0; j < direction.length; j++) {
            direction[j] -= common * other[j];
        }
        var length = Math.sqrt(dot(direction, direction));
        for (var j = 0; j < direction.length; j++) {
            direction[j] /= length;
        }
        return direction;
    }

    private double[] bounds(Surface surface) {
        var bounds = new double[] {0, 0, 0, 0};
        for (var entry : path) {
            var place = surface.place(entry.weights());
            for (var k = 0; k < 2; k++) {
                bounds[2 * k] = Math.min(bounds[2 * k], place[k]);
                bounds[2 * k + 1] = Math.max(bounds[2 * k + 1], place[k]);
            }
        }
        var widest = Math.max(bounds[1] - bounds[0], bounds[3] - bounds[2]);
        for (var k = 0; k < 2; k++) {
            var margin = MARGIN * Math.max(bounds[2 * k + 1] - bounds[2 * k], widest / 2);
            bounds[2 * k] -= margin;
            bounds[2 * k + 1] += margin;
        }
        return bounds;
    }

    private float[] losses(Surface surface, double[] bounds, IntConsumer progress)
            throws InterruptedException {
        var lessons = experiment.lessons();
        var batch = lessons.everySeen();
        var losses = new float[SIDE * SIDE];
        for (var i = 0; i < losses.length; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (i % (losses.length / 10) == 0) {
                progress.accept(100 * i / losses.length);
            }
            var u = bounds[0] + (bounds[1] - bounds[0]) * (i % SIDE) / (SIDE - 1);
            var v = bounds[2] + (bounds[3] - bounds[2]) * (i / SIDE) / (SIDE - 1);
            Experiment.set(twin, weights(surface, u, v));
            losses[i] = (float) lessons.price(twin, batch).item();
        }
        return losses;
    }

    private List<float[]> weights(Surface surface, double u, double v) {
        var weights = new ArrayList<float[]>();
        var at = 0;
        for (var part : path.getLast().weights()) {
            var numbers = new float[part.length];
            for (var j = 0; j < part.length; j++) {
                numbers[j] =
                        (float)
                                (part[j]
                                        + u * surface.across()[at + j]
                                        + v * surface.along()[at + j]);
            }
            at += part.length;
            weights.add(numbers);
        }
        return weights;
    }

    /// Returns how wrong the network of the last epoch is, measured as the surface is.
    double lossOfLast() {
        Experiment.set(twin, path.getLast().weights());
        Tensor loss = experiment.lessons().price(twin, experiment.lessons().everySeen());
        return loss.item();
    }
}
