import module dev.gradus.course;
import module java.base;

// asks: points {}
// asks: state {"seed": 1, "step": 0}
// asks: state {"seed": 1, "step": 40}
// asks: state {"seed": 2, "step": 10}
/// Trains the exercise's network with the exercise's loop, and shows what every neuron answers everywhere.
final class Picture implements LessonPicture {
    private static final int[] SIZES = {2, 8, 8, 2};
    private static final double RATE = 0.5;
    private static final double REACH = 2.4;
    private static final int SIDE = 45;
    private static final int TILE = 17;

    /// Points on the two arms of a spiral, of which one in twenty carries the wrong arm's number.
    private record Spiral(double[][] x, int[] labels) {
        static Spiral of(long seed, int count) {
            var random = new Random(seed);
            var x = new double[count][];
            var labels = new int[count];
            for (var i = 0; i < count; i++) {
                var along = 0.15 + 0.85 * (i / 2) / (count / 2 - 1.0);
                var angle = 2 * Math.PI * along + i % 2 * Math.PI;
                x[i] =
                        new double[] {
                            2 * along * Math.cos(angle) + 0.06 * random.nextGaussian(),
                            2 * along * Math.sin(angle) + 0.06 * random.nextGaussian()
                        };
                labels[i] = i % 20 == i / 20 % 20 ? 1 - i % 2 : i % 2;
            }
            return new Spiral(x, labels);
        }
    }

    private static final Spiral SEEN = Spiral.of(7, 200);
    private static final Spiral UNSEEN = Spiral.of(99, 400);

    private long seed = -1;
    private Exercise.Mlp mlp = new Exercise.Mlp(SIZES, 0);
    private final List<Double> curve = new ArrayList<>();

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "points" -> Map.of("x", SEEN.x, "labels", SEEN.labels, "reach", REACH);
            case "state" -> {
                train(in.integer("seed"), in.integer("step"));
                yield state();
            }
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    /// Goes on from where it is, or begins again if the wanted step lies behind.
    private void train(long wanted, int step) {
        if (wanted != seed || step < curve.size()) {
            seed = wanted;
            mlp = new Exercise.Mlp(SIZES, wanted);
            curve.clear();
        }
        var losses = Exercise.train(mlp, SEEN.x, SEEN.labels, RATE, step - curve.size());
        Arrays.stream(losses).forEach(curve::add);
    }

    private Map<String, Object> state() {
        var everywhere = mlp.forward(new Exercise.Table(grid(SIDE)));
        var field = Arrays.stream(everywhere.number).mapToDouble(it -> it[1] - it[0]).toArray();
        return Map.of(
                "step",
                curve.size(),
                "losses",
                curve,
                "loss",
                mlp.forward(new Exercise.Table(SEEN.x)).crossEntropy(SEEN.labels).number[0][0],
                "right",
                right(),
                "side",
                SIDE,
                "field",
                field,
                "tile",
                TILE,
                "tiles",
                tiles(),
                "gradients",
                gradients());
    }

    private double right() {
        var logits = mlp.forward(new Exercise.Table(UNSEEN.x)).number;
        return IntStream.range(0, logits.length)
                        .filter(i -> (logits[i][1] > logits[i][0] ? 1 : 0) == UNSEEN.labels[i])
                        .count()
                / (double) logits.length;
    }

    /// What each hidden neuron answers everywhere: layer by layer, neuron by neuron.
    private List<List<double[]>> tiles() {
        var tiles = new ArrayList<List<double[]>>();
        var table = mlp.forward(new Exercise.Table(grid(TILE)));
        for (; !table.from.isEmpty(); table = table.from.getFirst()) {
            if (table.made.equals("relu")) {
                var answers = table.number;
                tiles.addFirst(
                        IntStream.range(0, answers[0].length)
                                .mapToObj(j ->
                                        Arrays.stream(answers).mapToDouble(it -> it[j]).toArray())
                                .toList());
            }
        }
        return tiles;
    }

    /// The gradient of every weight now; the network is left as it was.
    private List<double[][]> gradients() {
        mlp.forward(new Exercise.Table(SEEN.x)).crossEntropy(SEEN.labels).backward();
        var gradients =
                mlp.layers.stream()
                        .map(layer ->
                                Arrays.stream(layer.weight.gradient)
                                        .map(double[]::clone)
                                        .toArray(double[][]::new))
                        .toList();
        for (var layer : mlp.layers) {
            clear(layer.weight.gradient);
            clear(layer.bias.gradient);
        }
        return gradients;
    }

    private static void clear(double[][] gradient) {
        for (var row : gradient) {
            Arrays.fill(row, 0);
        }
    }

    /// Places all over the plane, the top row first.
    private static double[][] grid(int side) {
        var places = new double[side * side][];
        for (var i = 0; i < places.length; i++) {
            places[i] =
                    new double[] {
                        REACH * (2.0 * (i % side) / (side - 1) - 1),
                        REACH * (1 - 2.0 * (i / side) / (side - 1))
                    };
        }
        return places;
    }
}
