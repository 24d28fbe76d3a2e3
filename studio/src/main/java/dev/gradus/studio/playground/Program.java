package dev.gradus.studio.playground;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A run of the playground as a Java program: the same points, the same network, the same steps, so the
/// same numbers.
///
/// @param samples its points
/// @param legs the settings it was learnt with, one after the other
record Program(Samples samples, List<Leg> legs) {
    /// Some epochs of a run with the same settings.
    ///
    /// @param until the epoch they lead to
    record Leg(Setup setup, long until) {}

    /// Copies the list.
    Program {
        legs = List.copyOf(legs);
    }

    private static final String TEXT =
            """
            import static dev.gradus.Gradus.*;

            import module dev.gradus;
            import java.util.SplittableRandom;

            /// A run of the playground of Gradus Studio. Start it with: gradus run %1$s
            void main() {
                var points = points(%2$s);
                var all = Dataset.of("points", rows(points), Shape.of(%3$d), labels(points), List.of("minus", "plus"));
                var unseen = all.subset(IntStream.range(0, %4$d).toArray());
                var seen = all.subset(IntStream.range(%4$d, %5$d).toArray());

                var network = Sequential.of(%6$s).build(Shape.of(%7$d), seed(%8$dL));
            %9$s
                for (var part : List.of(seen, unseen)) {
                    var batch = part.batches(part.size()).get(0);
                    IO.println(
                            "%%s: loss %%.6f, %%d of %%d right"
                                    .formatted(
                                            part == seen ? "seen" : "unseen",
                                            %10$s(network, batch).item(),
                                            right(network, batch),
                                            part.size()));
                }
            }

            %11$s

            /// A point in the plane and what is to be answered to it.
            record Point(double x, double y, double target) {}

            %12$s
            /// What the network is told about each point%13$s.
            float[] rows(List<Point> points) {
                var numbers = new float[2 * points.size()];
                for (var i = 0; i < points.size(); i++) {
                    numbers[2 * i] = (float) points.get(i).x;
                    numbers[2 * i + 1] = (float) points.get(i).y;
                }
                var both = Tensor.of(numbers, points.size(), 2);
                var x = both.slice(1, 0, 1, 1);
                var y = both.slice(1, 1, 2, 1);
            %14$s
            }

            int[] labels(List<Point> points) {
                return points.stream().mapToInt(point -> point.target > 0 ? 1 : 0).toArray();
            }
            """;

    private static final String OF_CLASSES =
            """
            /// How wrong the network is on points whose class is known.
            Tensor %s(Sequential network, Batch batch) {
                var answers = network.apply(batch.x()).squeeze(1);
                var labels = batch.y();
                return %s;
            }
            """;

    private static final String RIGHT =
            """

            /// How many points are on the right side.
            int right(Sequential network, Batch batch) {
                var answers = network.apply(batch.x()).squeeze(1);
                return (int) answers.greater(0).equal(batch.y().equal(1)).sum().item();
            }\
            """;

    private static final String OF_NUMBERS =
            """
            /// How wrong the network is on points whose number is known: it is the last of each row.
            Tensor squaredError(Sequential network, Batch batch) {
                return meanSquaredError(answers(network, batch), targets(batch));
            }

            Tensor answers(Sequential network, Batch batch) {
                return network.apply(batch.x().slice(1, 0, %1$d, 1)).squeeze(1);
            }

            Tensor targets(Batch batch) {
                return batch.x().slice(1, %1$d, %2$d, 1).squeeze(1);
            }

            /// How many points are answered to within %3$s.
            int right(Sequential network, Batch batch) {
                var answers = answers(network, batch).toFloats();
                var targets = targets(batch).toFloats();
                return (int) IntStream.range(0, answers.length)
                        .filter(i -> Math.abs(answers[i] - targets[i]) <= %3$sf)
                        .count();
            }\
            """;

    private Setup setup() {
        return legs.getLast().setup();
    }

    /// Returns the name of its file.
    String name() {
        var word =
                switch (setup().data()) {
                    case PointSet set -> set.name();
                    case Columns _ -> "OWN";
                };
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) + "Run.java";
    }

    /// Returns the source.
    String text() {
        var setup = setup();
        var regression = setup.data().isRegression();
        var features = setup.features().size();
        var words =
                setup.features().stream().map(Feature::program).collect(Collectors.joining(", "));
        return TEXT.formatted(
                name(),
                setup.data() instanceof PointSet
                        ? "%d, %s, %dL".formatted(setup.points(), setup.noise(), setup.seed())
                        : "%d, %dL".formatted(setup.unseenPoints(), setup.seed()),
                regression ? features + 1 : features,
                setup.unseenPoints(),
                setup.points(),
                network(),
                features,
                setup.seed(),
                training().indent(4).stripTrailing(),
                setup.loss().word(),
                regression
                        ? OF_NUMBERS.formatted(features, features + 1, Score.NEAR)
                        : legs.stream()
                                        .map(leg -> leg.setup().loss())
                                        .distinct()
                                        .map(loss ->
                                                OF_CLASSES.formatted(loss.word(), loss.program()))
                                        .collect(Collectors.joining("\n"))
                                + RIGHT,
                ProgramPoints.of(setup, samples),
                regression ? ", and the number to be answered" : "",
                regression
                        ? """
                        var targets = new float[points.size()];
                        for (var i = 0; i < targets.length; i++) {
                            targets[i] = (float) points.get(i).target;
                        }
                        return Tensor.concatenate(1, %s, Tensor.of(targets, targets.length, 1)).toFloats();\
                        """
                                .formatted(words)
                                .indent(4)
                                .stripTrailing()
                        : "    return Tensor.concatenate(1, %s).toFloats();".formatted(words));
    }

    private String network() {
        var setup = setup();
        var layers =
                setup.layers().stream()
                        .map(neurons ->
                                setup.activation() == Bend.LINEAR
                                        ? "dense(%d), ".formatted(neurons)
                                        : "dense(%d, %s), ".formatted(neurons, setup.activation()));
        return layers.collect(Collectors.joining()) + "dense(1)";
    }

    /// Where settings were changed on the way, an optimizer of the same kind keeps what it remembers.
    private String training() {
        var text = new StringBuilder();
        for (var i = 0; i < legs.size(); i++) {
            var leg = legs.get(i).setup();
            var from = i == 0 ? 0 : legs.get(i - 1).until();
            var rule = leg.optimizer().program(leg.rate());
            text.append(
                    i == 0
                            ? "var optimizer = %s.on(network);\n".formatted(rule)
                            : leg.optimizer() == legs.get(i - 1).setup().optimizer()
                                    ? "optimizer.learningRate(%s);\n".formatted(leg.rate())
                                    : "optimizer = %s.on(network);\n".formatted(rule));
            text.append(
                    """
                    for (var epoch = %d; epoch < %d; epoch++) {
                        for (var batch : seen.shuffled(epoch).batches(%d)) {
                            optimizer.step(%s(network, batch)%s);
                        }
                    }
                    """
                            .formatted(
                                    from,
                                    legs.get(i).until(),
                                    leg.batchSize(),
                                    leg.loss().word(),
                                    leg.penalty().program(leg.strength())));
        }
        return text.toString();
    }
}
