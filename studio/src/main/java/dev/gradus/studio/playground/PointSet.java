package dev.gradus.studio.playground;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// A kind of points in the plane to tell apart: two classes, minus and plus.
///
/// Coordinates lie between about -6 and 6. Half of the points belong to each class, but for XOR, where
/// chance decides. Noise moves each point away from where it belongs.
enum PointSet {
    /// A disc within a ring.
    CIRCLE {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var radius =
                    plus ? 2.5 * Math.sqrt(random.nextDouble()) : 3.5 + 1.5 * random.nextDouble();
            var angle = 2 * Math.PI * random.nextDouble();
            return at(radius, angle, plus);
        }
    },
    /// Four quarters: plus where both coordinates have the same sign.
    XOR {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var x = 10 * random.nextDouble() - 5;
            var y = 10 * random.nextDouble() - 5;
            // a gap along the axes, so that there is a line to be found
            return new Point(x + Math.signum(x) * 0.3, y + Math.signum(y) * 0.3, x * y >= 0);
        }
    },
    /// Two clouds.
    GAUSSIANS {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var centre = plus ? 2 : -2;
            return new Point(centre + random.nextGaussian(), centre + random.nextGaussian(), plus);
        }
    },
    /// Two spirals around each other.
    SPIRAL {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var part = 0.06 + 0.94 * along;
            return at(5 * part, 3 * Math.PI * part + (plus ? Math.PI : 0), plus);
        }
    };

    /// How far noise of 1 moves points, as a standard deviation.
    static final double NOISE = 1.5;

    /// A point and its class.
    record Point(double x, double y, boolean plus) {
        int label() {
            return plus ? 1 : 0;
        }
    }

    /// Returns one point before noise.
    ///
    /// @param along how many of the points came before it, from 0 to 1
    abstract Point point(boolean plus, double along, SplittableRandom random);

    private static Point at(double radius, double angle, boolean plus) {
        return new Point(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), plus);
    }

    /// Returns `count` points in random order; the same seed gives the same ones.
    List<Point> points(int count, double noise, long seed) {
        var random = new SplittableRandom(seed);
        var points = new ArrayList<Point>();
        for (var i = 0; i < count; i++) {
            var point = point(i % 2 == 1, (double) i / count, random);
            var x = point.x + noise * NOISE * random.nextGaussian();
            var y = point.y + noise * NOISE * random.nextGaussian();
            points.add(new Point(x, y, point.plus));
        }
        for (var i = count - 1; i > 0; i--) {
            Collections.swap(points, i, random.nextInt(i + 1));
        }
        return points;
    }
}
