package dev.gradus.studio.playground;

import java.util.Locale;
import java.util.stream.Collectors;

/// A run of the playground as a Java program: the same points, the same network, the same steps, so the
/// same numbers.
///
/// @param setup what it follows from
/// @param epochs how far it goes
record Program(Setup setup, long epochs) {
    private static final String TEXT =
            """
            import static dev.gradus.Gradus.*;

            import module dev.gradus;
            import java.util.SplittableRandom;

            /// A run of the playground of Gradus Studio. Start it with: gradus run %1$s
            void main() {
                var points = points(%2$d, %3$s, %4$dL);
                var all = Dataset.of("points", features(points), Shape.of(%5$d), labels(points), List.of("minus", "plus"));
                var unseen = all.subset(IntStream.range(0, %6$d).toArray());
                var seen = all.subset(IntStream.range(%6$d, %2$d).toArray());

                var network = Sequential.of(%7$s).build(Shape.of(%5$d), seed(%4$dL));
                var optimizer = %8$s.on(network);
                for (var epoch : range(%9$d)) {
                    for (var batch : seen.shuffled(epoch).batches(%10$d)) {
                        var loss = loss(network, batch);
                        optimizer.step(loss%11$s);
                    }
                }
                for (var part : List.of(seen, unseen)) {
                    var batch = part.batches(part.size()).get(0);
                    var right = network.apply(batch.x()).squeeze(1).greater(0).equal(batch.y().equal(1)).sum();
                    IO.println(
                            "%%s: loss %%.6f, %%d of %%d right"
                                    .formatted(
                                            part == seen ? "seen" : "unseen",
                                            loss(network, batch).item(),
                                            (int) right.item(),
                                            part.size()));
                }
            }

            /// How wrong the network is on points whose class is known.
            Tensor loss(Sequential network, Batch batch) {
                var answers = network.apply(batch.x()).squeeze(1);
                var labels = batch.y();
                return %12$s;
            }

            /// A point in the plane and its class.
            record Point(double x, double y, boolean plus) {}

            List<Point> points(int count, double noise, long seed) {
                var random = new SplittableRandom(seed);
                var points = new ArrayList<Point>();
                for (var i = 0; i < count; i++) {
                    var point = point(i %% 2 == 1, (double) i / count, random);
                    var x = point.x + noise * %13$s * random.nextGaussian();
                    var y = point.y + noise * %13$s * random.nextGaussian();
                    points.add(new Point(x, y, point.plus));
                }
                for (var i = count - 1; i > 0; i--) {
                    Collections.swap(points, i, random.nextInt(i + 1));
                }
                return points;
            }

            Point point(boolean plus, double along, SplittableRandom random) {
            %14$s
            }

            /// What the network is told about each point.
            float[] features(List<Point> points) {
                var numbers = new float[2 * points.size()];
                for (var i = 0; i < points.size(); i++) {
                    numbers[2 * i] = (float) points.get(i).x;
                    numbers[2 * i + 1] = (float) points.get(i).y;
                }
                var both = Tensor.of(numbers, points.size(), 2);
                var x = both.slice(1, 0, 1, 1);
                var y = both.slice(1, 1, 2, 1);
                return Tensor.concatenate(1, %15$s).toFloats();
            }

            int[] labels(List<Point> points) {
                return points.stream().mapToInt(point -> point.plus ? 1 : 0).toArray();
            }
            """;

    /// Returns the name of its file.
    String name() {
        var word = setup.data().name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) + "Run.java";
    }

    /// Returns the source.
    String text() {
        return TEXT.formatted(
                name(),
                setup.points(),
                setup.noise(),
                setup.seed(),
                setup.features().size(),
                setup.unseenPoints(),
                network(),
                setup.optimizer().program(setup.rate()),
                epochs,
                setup.batchSize(),
                setup.penalty().program(setup.strength()),
                setup.loss().program(),
                PointSet.NOISE,
                point().indent(4).stripTrailing(),
                setup.features().stream().map(Feature::program).collect(Collectors.joining(", ")));
    }

    private String network() {
        var layers =
                setup.layers().stream()
                        .map(neurons ->
                                setup.activation() == Bend.LINEAR
                                        ? "dense(%d), ".formatted(neurons)
                                        : "dense(%d, %s), ".formatted(neurons, setup.activation()));
        return layers.collect(Collectors.joining()) + "dense(1)";
    }

    private String point() {
        return switch (setup.data()) {
            case CIRCLE ->
                    """
                    var radius = plus ? 2.5 * Math.sqrt(random.nextDouble()) : 3.5 + 1.5 * random.nextDouble();
                    var angle = 2 * Math.PI * random.nextDouble();
                    return new Point(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), plus);
                    """;
            case XOR ->
                    """
                    var x = 10 * random.nextDouble() - 5;
                    var y = 10 * random.nextDouble() - 5;
                    return new Point(x + Math.signum(x) * 0.3, y + Math.signum(y) * 0.3, x * y >= 0);
                    """;
            case GAUSSIANS ->
                    """
                    var centre = plus ? 2 : -2;
                    return new Point(centre + random.nextGaussian(), centre + random.nextGaussian(), plus);
                    """;
            case SPIRAL ->
                    """
                    var part = 0.06 + 0.94 * along;
                    var angle = 3 * Math.PI * part + (plus ? Math.PI : 0);
                    return new Point(5 * part * StrictMath.sin(angle), 5 * part * StrictMath.cos(angle), plus);
                    """;
        };
    }
}
