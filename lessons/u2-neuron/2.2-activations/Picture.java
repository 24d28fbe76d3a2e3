import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: bend {"bend": "none", "x": 1}
// asks: bend {"bend": "step", "x": 1}
// asks: bend {"bend": "sigmoid", "x": -4.5}
// asks: bend {"bend": "tanh", "x": 1}
// asks: bend {"bend": "ReLU", "x": -1}
// asks: bend {"bend": "leaky", "x": -1}
// asks: bend {"bend": "GELU", "x": 0.3}
// asks: layers {"bend": "tanh", "seed": 1}
// asks: layers {"bend": "none", "seed": 3}
/// Bends with their slopes, and what two layers of four neurons make of one.
final class Picture implements LessonPicture {
    private static final int PLACES = 201;
    private static final double REACH = 5;
    private static final int NEURONS = 4;

    @Override
    public Object answer(String question, Inputs in) {
        var bend = in.text("bend");
        return switch (question) {
            case "bend" -> {
                var x = in.number("x");
                yield Map.of(
                        "xs", places(),
                        "values", map(places(), it -> value(bend, it)),
                        "slopes", map(places(), it -> slope(bend, it)),
                        "value", value(bend, x),
                        "slope", slope(bend, x));
            }
            case "layers" -> {
                var values = twoLayers(bend, (long) in.number("seed"));
                yield Map.of("xs", places(), "values", values, "bends", bends(values));
            }
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static double value(String bend, double x) {
        return switch (bend) {
            case "none" -> x;
            case "step" -> x > 0 ? 1 : 0;
            case "sigmoid" -> Exercise.sigmoid(x);
            case "tanh" -> Exercise.tanh(x);
            case "ReLU" -> Exercise.relu(x);
            case "leaky" -> Exercise.leakyRelu(x);
            case "GELU" -> x * share(x);
            default -> throw new IllegalArgumentException("there is no bend " + bend);
        };
    }

    private static double slope(String bend, double x) {
        return switch (bend) {
            case "none" -> 1;
            case "step" -> 0;
            case "sigmoid" -> Exercise.sigmoidSlope(x);
            case "tanh" -> Exercise.tanhSlope(x);
            case "ReLU" -> Exercise.reluSlope(x);
            case "leaky" -> Exercise.leakyReluSlope(x);
            case "GELU" -> share(x) + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            default -> throw new IllegalArgumentException("there is no bend " + bend);
        };
    }

    /// How much of a bell curve lies to the left of x.
    private static double share(double x) {
        return SHARES.computeIfAbsent(
                x,
                it ->
                        0.5
                                + 0.5
                                        * Tensor.of(new double[] {it / Math.sqrt(2)}, 1)
                                                .erf()
                                                .toDoubles()[0]);
    }

    private static final Map<Double, Double> SHARES = new ConcurrentHashMap<>();

    /// One input, two layers of four neurons, one output without a bend; the weights depend on the seed alone.
    private static double[] twoLayers(String bend, long seed) {
        var random = new SplittableRandom(seed);
        var first = new double[NEURONS][2];
        var second = new double[NEURONS][NEURONS + 1];
        var last = new double[NEURONS];
        for (var i = 0; i < NEURONS; i++) {
            first[i][0] = random.nextGaussian() * 1.5;
            first[i][1] = random.nextGaussian() * 2;
            Arrays.setAll(second[i], _ -> random.nextGaussian());
            last[i] = random.nextGaussian();
        }
        return map(
                places(),
                x -> {
                    var answers = new double[NEURONS];
                    Arrays.setAll(answers, i -> value(bend, first[i][0] * x + first[i][1]));
                    var sum = 0.0;
                    for (var i = 0; i < NEURONS; i++) {
                        var inner = second[i][NEURONS];
                        for (var j = 0; j < NEURONS; j++) {
                            inner += second[i][j] * answers[j];
                        }
                        sum += last[i] * value(bend, inner);
                    }
                    return sum;
                });
    }

    /// Whether the curve is anything else than a straight line.
    private static boolean bends(double[] values) {
        var rise = (values[PLACES - 1] - values[0]) / (PLACES - 1);
        var far = 0.0;
        for (var i = 0; i < PLACES; i++) {
            far = Math.max(far, Math.abs(values[i] - values[0] - rise * i));
        }
        return far > 1e-9 * Math.max(1, Math.abs(values[PLACES - 1] - values[0]));
    }

    private static double[] places() {
        return IntStream.range(0, PLACES)
                .mapToDouble(i -> REACH * (2.0 * i / (PLACES - 1) - 1))
                .toArray();
    }

    private static double[] map(double[] numbers, DoubleUnaryOperator operator) {
        return Arrays.stream(numbers).map(operator).toArray();
    }
}
