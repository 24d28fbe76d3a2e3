package dev.gradus.studio.playground;

import dev.gradus.studio.playground.PointSet.Point;
import java.util.ArrayList;
import java.util.List;

/// How the points of a run are written in a program: a generator, or the user's own data themselves.
final class ProgramPoints {
    /// A text in a class file may have 65,535 bytes.
    private static final int MOST_CHARACTERS = 30_000;

    private ProgramPoints() {}

    /// Returns methods `points` of a program, which give all points in their order.
    static String of(Setup setup, Samples samples) {
        return switch (setup.data()) {
            case PointSet set ->
                    """
                    List<Point> points(int count, double noise, long seed) {
                        var random = new SplittableRandom(seed);
                        var points = new ArrayList<Point>();
                        for (var i = 0; i < count; i++) {
                            var point = point(i %% 2 == 1, (double) i / count, random);
                            var x = point.x + noise * %1$s * random.nextGaussian();
                            var y = point.y + noise * %1$s * random.nextGaussian();
                            points.add(new Point(x, y, point.target));
                        }
                        for (var i = count - 1; i > 0; i--) {
                            Collections.swap(points, i, random.nextInt(i + 1));
                        }
                        return points;
                    }

                    Point point(boolean plus, double along, SplittableRandom random) {
                    %2$s
                    }
                    """
                            .formatted(PointSet.NOISE, point(set).indent(4).stripTrailing());
            case Columns _ ->
                    """
                    /// Your data, in the order of the table, standardised by the mean and the deviation of seen points.
                    List<Point> points(int unseen, long seed) {
                        var points = new ArrayList<Point>();
                        for (var part : List.of(%1$s)) {
                            for (var row : part.split(";")) {
                                var cells = row.strip().split(" ");
                                points.add(
                                        new Point(
                                                Double.parseDouble(cells[0]),
                                                Double.parseDouble(cells[1]),
                                                Double.parseDouble(cells[2])));
                            }
                        }
                        var random = new SplittableRandom(seed);
                        for (var i = points.size() - 1; i > 0; i--) {
                            Collections.swap(points, i, random.nextInt(i + 1));
                        }
                        var x = standardized(points.stream().mapToDouble(Point::x).toArray(), unseen);
                        var y = standardized(points.stream().mapToDouble(Point::y).toArray(), unseen);
                        for (var i = 0; i < points.size(); i++) {
                            points.set(i, new Point(x[i], y[i], points.get(i).target));
                        }
                        return points;
                    }

                    double[] standardized(double[] values, int unseen) {
                        var sum = 0.0;
                        for (var i = unseen; i < values.length; i++) {
                            sum += values[i];
                        }
                        var mean = sum / (values.length - unseen);
                        var squares = 0.0;
                        for (var i = unseen; i < values.length; i++) {
                            squares += (values[i] - mean) * (values[i] - mean);
                        }
                        var deviation = Math.sqrt(squares / (values.length - unseen));
                        for (var i = 0; i < values.length; i++) {
                            values[i] = %2$s * (values[i] - mean) / deviation;
                        }
                        return values;
                    }
                    """
                            .formatted(table(samples.raw()), Samples.SPREAD);
        };
    }

    /// Numbers only: whatever text stood in the table is not in the program.
    private static String table(List<Point> raw) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var point : raw) {
            part.append(part.isEmpty() ? "\n    \"\"\"\n    " : ";\n    ")
                    .append(point.x())
                    .append(' ')
                    .append(point.y())
                    .append(' ')
                    .append(point.label() == 1 ? 1 : -1);
            if (part.length() > MOST_CHARACTERS) {
                parts.add(part.append("\"\"\"").toString());
                part.setLength(0);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.append("\"\"\"").toString());
        }
        return String.join(",", parts);
    }

    private static String point(PointSet set) {
        return switch (set) {
            case CIRCLE ->
                    """
                    var radius = plus ? 2.5 * Math.sqrt(random.nextDouble()) : 3.5 + 1.5 * random.nextDouble();
                    var angle = 2 * Math.PI * random.nextDouble();
                    return new Point(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), plus ? 1 : -1);
                    """;
            case XOR ->
                    """
                    var x = 10 * random.nextDouble() - 5;
                    var y = 10 * random.nextDouble() - 5;
                    return new Point(x + Math.signum(x) * 0.3, y + Math.signum(y) * 0.3, x * y >= 0 ? 1 : -1);
                    """;
            case GAUSSIANS ->
                    """
                    var centre = plus ? 2 : -2;
                    return new Point(centre + random.nextGaussian(), centre + random.nextGaussian(), plus ? 1 : -1);
                    """;
            case SPIRAL ->
                    """
                    var part = 0.06 + 0.94 * along;
                    var angle = 3 * Math.PI * part + (plus ? Math.PI : 0);
                    return new Point(5 * part * StrictMath.sin(angle), 5 * part * StrictMath.cos(angle), plus ? 1 : -1);
                    """;
            case PLANE ->
                    """
                    var x = 12 * random.nextDouble() - 6;
                    var y = 12 * random.nextDouble() - 6;
                    return new Point(x, y, (x + y) / 10);
                    """;
            case HILLS ->
                    """
                    var x = 12 * random.nextDouble() - 6;
                    var y = 12 * random.nextDouble() - 6;
                    double[][] centres = {{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}};
                    var target = 0.0;
                    for (var centre : centres) {
                        var right = x - centre[0];
                        var up = y - centre[1];
                        var high = 1 - Math.sqrt(right * right + up * up) / 2;
                        target = high > Math.abs(target) ? high * centre[2] : target;
                    }
                    return new Point(x, y, target);
                    """;
        };
    }
}
