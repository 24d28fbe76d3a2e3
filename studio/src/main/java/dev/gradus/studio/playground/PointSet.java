package dev.gradus.studio.playground;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// A kind of points in the plane: two classes to tell apart, or numbers from -1 to 1 to be answered.
///
/// Coordinates lie between about -6 and 6. Half of the points belong to each class, but for XOR, where
/// chance decides. Noise moves each point away from where it belongs.
enum PointSet implements Source {
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
            return Point.of(x + Math.signum(x) * 0.3, y + Math.signum(y) * 0.3, x * y >= 0);
        }
    },
    /// Two clouds.
    GAUSSIANS {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var centre = plus ? 2 : -2;
            return Point.of(centre + random.nextGaussian(), centre + random.nextGaussian(), plus);
        }
    },
    /// Two spirals around each other.
    SPIRAL {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var part = 0.06 + 0.94 * along;
            return at(5 * part, 3 * Math.PI * part + (plus ? Math.PI : 0), plus);
        }
    },
    /// Numbers that grow along the diagonal, from -1 to 1.
    PLANE {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var x = 12 * random.nextDouble() - 6;
            var y = 12 * random.nextDouble() - 6;
            return new Point(x, y, (x + y) / 10);
        }

        @Override
        public boolean isRegression() {
            return true;
        }
    },
    /// Numbers that are hills and hollows: three of each, and 0 between them.
    HILLS {
        @Override
        Point point(boolean plus, double along, SplittableRandom random) {
            var x = 12 * random.nextDouble() - 6;
            var y = 12 * random.nextDouble() - 6;
            var target = 0.0;
            for (var centre : CENTRES) {
                var high = 1 - Math.sqrt(sq(x - centre[0]) + sq(y - centre[1])) / 2;
                // of hills that overlap the higher one counts
                target = high > Math.abs(target) ? high * centre[2] : target;
            }
            return new Point(x, y, target);
        }

        @Override
        public boolean isRegression() {
            return true;
        }
    };

    /// How far noise of 1 moves points, as a standard deviation.
    static final double NOISE = 1.5;

    /// Where hills stand, and whether up or down.
    private static final double[][] CENTRES = {
        {-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}
    };

    /// A point and what is to be answered to it: 1 for plus, -1 for minus, or any number between.
    record Point(double x, double y, double target) {
        static Point of(double x, double y, boolean plus) {
            return new Point(x, y, plus ? 1 : -1);
        }

        int label() {
            return target > 0 ? 1 : 0;
        }
    }

    /// Returns one point before noise.
    ///
    /// @param along how many of the points came before it, from 0 to 1
    abstract Point point(boolean plus, double along, SplittableRandom random);

    @Override
    public boolean isRegression() {
        return false;
    }

    private static Point at(double radius, double angle, boolean plus) {
        return Point.of(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), plus);
    }

    private static double sq(double number) {
        return number * number;
    }

    /// Returns `count` points in random order; the same seed gives the same ones.
    List<Point> points(int count, double noise, long seed) {
        var random = new SplittableRandom(seed);
        var points = new ArrayList<Point>();
        for (var i = 0; i < count; i++) {
            var point = point(i % 2 == 1, (double) i / count, random);
            var x = point.x + noise * NOISE * random.nextGaussian();
            var y = point.y + noise * NOISE * random.nextGaussian();
            points.add(new Point(x, y, point.target));
        }
        shuffle(points, random);
        return points;
    }

    static void shuffle(List<Point> points, SplittableRandom random) {
        for (var i = points.size() - 1; i > 0; i--) {
            Collections.swap(points, i, random.nextInt(i + 1));
        }
    }
}
