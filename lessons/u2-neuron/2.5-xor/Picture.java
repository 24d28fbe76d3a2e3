import module dev.gradus.course;
import module java.base;

// asks: planes {"kind": "one", "start": 1}
// asks: planes {"kind": "hand", "start": 1}
// asks: planes {"kind": "trained", "start": 2}
/// One neuron before four clouds of points, and three neurons that share the work.
final class Picture implements LessonPicture {
    private static final int SIDE = 48;
    private static final double REACH = 2;

    /// A point, and whether the light is on there.
    private record Point(double x, double y, boolean on) {
        double[] inputs() {
            return new double[] {x, y};
        }

        double truth() {
            return on ? 1 : -1;
        }
    }

    /// What one neuron answers everywhere.
    private record Plane(String name, double[] weights, double[][] values) {}

    private static final List<Point> POINTS = points();

    @Override
    public Object answer(String question, Inputs in) {
        if (!question.equals("planes")) {
            throw new IllegalArgumentException("there is no question " + question);
        }
        return switch (in.text("kind")) {
            case "one" -> one();
            case "hand" -> three(Exercise.byHand());
            case "trained" ->
                    three(
                            Exercise.train(
                                    POINTS.stream().map(Point::inputs).toArray(double[][]::new),
                                    POINTS.stream().mapToDouble(Point::truth).toArray(),
                                    start((int) in.number("start"))));
            case String kind -> throw new IllegalArgumentException("there is no network " + kind);
        };
    }

    private static double[] start(int number) {
        return new Random(number + 1000).doubles(9, -1, 1).toArray();
    }

    private static Map<String, Object> one() {
        var w = bestLine();
        return answer(
                List.of(new Plane("last", w, values(x -> neuron(w, 0, x)))), x -> neuron(w, 0, x));
    }

    private static Map<String, Object> three(double[] w) {
        return answer(
                List.of(
                        new Plane("first", part(w, 0), values(x -> neuron(w, 0, x))),
                        new Plane("second", part(w, 3), values(x -> neuron(w, 3, x))),
                        new Plane("last", part(w, 6), values(x -> Exercise.network(w, x)))),
                x -> Exercise.network(w, x));
    }

    private static Map<String, Object> answer(
            List<Plane> planes, ToDoubleFunction<double[]> network) {
        var corners =
                Stream.of(new double[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}})
                        .mapToDouble(network)
                        .toArray();
        var right =
                POINTS.stream()
                        .filter(it -> network.applyAsDouble(it.inputs()) * it.truth() > 0)
                        .count();
        return Map.of(
                "side", SIDE, "planes", planes, "points", POINTS, "right", right, "corners",
                corners);
    }

    private static double[] part(double[] w, int from) {
        return Arrays.copyOfRange(w, from, from + 3);
    }

    private static double neuron(double[] w, int from, double[] x) {
        return Math.tanh(w[from] * x[0] + w[from + 1] * x[1] + w[from + 2]);
    }

    /// The line with the most points on their own side, of very many lines in all directions.
    private static double[] bestLine() {
        var best = new double[3];
        var most = -1L;
        for (var turn = 0; turn < 72; turn++) {
            for (var shift = -40; shift <= 40; shift++) {
                var angle = turn * Math.PI / 36;
                var w = new double[] {2 * Math.cos(angle), 2 * Math.sin(angle), 2 * shift / 20.0};
                var right =
                        POINTS.stream()
                                .filter(it -> neuron(w, 0, it.inputs()) * it.truth() > 0)
                                .count();
                if (right > most) {
                    most = right;
                    best = w;
                }
            }
        }
        return best;
    }

    /// The top row first, as pictures are drawn.
    private static double[][] values(ToDoubleFunction<double[]> answer) {
        var values = new double[SIDE][SIDE];
        for (var i = 0; i < SIDE; i++) {
            for (var j = 0; j < SIDE; j++) {
                values[i][j] = answer.applyAsDouble(new double[] {place(j), -place(i)});
            }
        }
        return values;
    }

    private static double place(int i) {
        return REACH * (2.0 * i / (SIDE - 1) - 1);
    }

    private static List<Point> points() {
        var random = new SplittableRandom(6);
        return IntStream.range(0, 40)
                .mapToObj(i -> {
                    var first = i % 2 * 2 - 1;
                    var second = i / 2 % 2 * 2 - 1;
                    return new Point(
                            first + 0.3 * random.nextGaussian(),
                            second + 0.3 * random.nextGaussian(),
                            first != second);
                })
                .toList();
    }
}
