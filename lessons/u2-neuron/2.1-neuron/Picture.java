import module dev.gradus.course;
import module java.base;

// asks: field {"w": [0.8, -0.6], "b": 0.3}
// asks: field {"w": [0, 0], "b": 0}
// asks: point {"x": [1.5, 0.5], "w": [0.8, -0.6], "b": 0.3}
/// What the neuron answers everywhere, and how the sum of one point comes about.
final class Picture implements LessonPicture {
    private static final int SIDE = 40;
    private static final double REACH = 3;

    /// A day, and whether somebody went swimming.
    private record Day(double warmth, double wind, boolean swam) {
        double[] inputs() {
            return new double[] {warmth, wind};
        }
    }

    private static final List<Day> DAYS = days();

    @Override
    public Object answer(String question, Inputs in) {
        var w = in.vector("w");
        var b = in.number("b");
        return switch (question) {
            case "field" ->
                    Map.of("side", SIDE, "values", field(w, b), "days", DAYS, "right", right(w, b));
            case "point" -> {
                var x = in.vector("x");
                yield Map.of(
                        "terms", new double[] {w[0] * x[0], w[1] * x[1], b},
                        "sum", Exercise.weightedSum(x, w, b),
                        "answer", Exercise.neuron(x, w, b));
            }
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    /// The top row first, as pictures are drawn.
    private static double[][] field(double[] w, double b) {
        var values = new double[SIDE][SIDE];
        for (var i = 0; i < SIDE; i++) {
            for (var j = 0; j < SIDE; j++) {
                values[i][j] = Exercise.neuron(new double[] {place(j), -place(i)}, w, b);
            }
        }
        return values;
    }

    private static double place(int i) {
        return REACH * (2.0 * i / (SIDE - 1) - 1);
    }

    private static long right(double[] w, double b) {
        return DAYS.stream()
                .filter(day -> Exercise.neuron(day.inputs(), w, b) > 0 == day.swam)
                .count();
    }

    /// Forty days of somebody who minds wind a little less than warmth pleases; three on a whim.
    private static List<Day> days() {
        var random = new SplittableRandom(4);
        var days = new ArrayList<Day>();
        while (days.size() < 40) {
            var warmth = random.nextDouble(-2.7, 2.7);
            var wind = random.nextDouble(-2.7, 2.7);
            var liking = warmth - 0.7 * wind + 0.4;
            if (Math.abs(liking) > 0.35) {
                days.add(new Day(warmth, wind, liking > 0 ^ days.size() % 13 == 5));
            }
        }
        return days;
    }
}
