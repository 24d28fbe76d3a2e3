package dev.gradus.studio.playground;

import dev.gradus.studio.playground.PointSet.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// The points of a run.
///
/// @param points all of them as the network sees them; the first [Setup#unseenPoints] are kept unseen
/// @param raw what they were made of, in the order of the table, where the data are the user's own
record Samples(List<Point> points, List<Point> raw) {
    /// How many units of the plane a standard deviation of own data takes.
    static final double SPREAD = 2;

    Samples {
        points = List.copyOf(points);
        raw = List.copyOf(raw);
    }

    /// A setup and its points.
    record Ready(Setup setup, Samples samples) {}

    /// Returns the points that a setup asks for, and the setup with their true count.
    ///
    /// @param own the user's own table, if there is one
    static Ready of(Setup setup, Optional<OwnData> own) {
        return switch (setup.data()) {
            case PointSet set ->
                    new Ready(
                            setup,
                            new Samples(
                                    set.points(setup.points(), setup.noise(), setup.seed()),
                                    List.of()));
            case Columns columns -> {
                var raw =
                        own.orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "the data are not here: open the file with them"))
                                .points(columns);
                var sized = setup.points(raw.size());
                yield new Ready(sized, new Samples(standardized(sized, raw), raw));
            }
        };
    }

    /// Mean and deviation are those of seen points alone: nothing is known of the others.
    private static List<Point> standardized(Setup setup, List<Point> raw) {
        var points = new ArrayList<>(raw);
        PointSet.shuffle(points, new SplittableRandom(setup.seed()));
        var seen = points.subList(setup.unseenPoints(), points.size());
        var x = Scale.of(seen, Point::x, "x₁");
        var y = Scale.of(seen, Point::y, "x₂");
        return points.stream()
                .map(point -> new Point(x.of(point.x()), y.of(point.y()), point.target()))
                .toList();
    }

    private record Scale(double mean, double deviation) {
        static Scale of(List<Point> points, ToDoubleFunction<Point> coordinate, String name) {
            var sum = 0.0;
            for (var point : points) {
                sum += coordinate.applyAsDouble(point);
            }
            var mean = sum / points.size();
            var squares = 0.0;
            for (var point : points) {
                var away = coordinate.applyAsDouble(point) - mean;
                squares += away * away;
            }
            var deviation = Math.sqrt(squares / points.size());
            if (!(deviation > 0 && Double.isFinite(deviation))) {
                throw new IllegalArgumentException(
                        "%s has no spread that can be measured (%s): choose another column"
                                .formatted(name, deviation));
            }
            return new Scale(mean, deviation);
        }

        double of(double value) {
            return SPREAD * (value - mean) / deviation;
        }
    }
}
