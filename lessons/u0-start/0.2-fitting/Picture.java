import module dev.gradus.course;
import module java.base;

// asks: at {"xs": [10, 20, 30], "ys": [20, 40, 60], "w": 0.5, "b": 30}
// asks: at {"xs": [15], "ys": [34], "w": -9, "b": 99}
// asks: learn {"xs": [10, 20, 30, 15, 25], "ys": [20, 40, 60, 34, 47], "w": 0.5, "b": 30}
// asks: learn {"xs": [10, 20, 30, 15, 25], "ys": [20, 40, 60, 34, 47], "w": 8, "b": -100}
/// The line and its loss are the exercise's. Learning knows nothing of lines: it tries both knobs a
/// little this way and that way, and turns them to where the exercise's loss gets smaller.
final class Picture implements LessonPicture {
    private static final int TURNS = 48;
    private static final double NUDGE = 1e-3;
    private static final double RATE = 0.12;

    @Override
    public Object answer(String question, Inputs in) {
        var xs = in.vector("xs");
        var ys = in.vector("ys");
        var w = in.number("w");
        var b = in.number("b");
        return switch (question) {
            case "at" -> at(xs, ys, w, b);
            case "learn" -> learn(xs, ys, w, b);
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Object at(double[] xs, double[] ys, double w, double b) {
        var predicted = Arrays.stream(xs).map(x -> Exercise.predict(x, w, b)).toArray();
        var off = new double[xs.length];
        var squares = new double[xs.length];
        for (var i = 0; i < xs.length; i++) {
            off[i] = predicted[i] - ys[i];
            squares[i] = off[i] * off[i];
        }
        return Map.of(
                "predicted", predicted,
                "off", off,
                "squares", squares,
                "loss", Exercise.loss(xs, ys, w, b));
    }

    /// Returns both knobs and the loss after each turn.
    private static Object learn(double[] xs, double[] ys, double w, double b) {
        var middle = Arrays.stream(xs).average().orElseThrow();
        var spread =
                Arrays.stream(xs).map(x -> (x - middle) * (x - middle)).average().orElseThrow();
        var ws = new double[TURNS + 1];
        var bs = new double[TURNS + 1];
        var losses = new double[TURNS + 1];
        for (var turn = 0; ; turn++) {
            ws[turn] = w;
            bs[turn] = b;
            losses[turn] = Exercise.loss(xs, ys, w, b);
            if (turn == TURNS) {
                return Map.of("w", ws, "b", bs, "loss", losses);
            }
            // w is turned about the middle of the points: about x = 0 it would lift the whole line
            // as well
            var tilt = slope(xs, ys, w + NUDGE, b - NUDGE * middle, w - NUDGE, b + NUDGE * middle);
            var lift = slope(xs, ys, w, b + NUDGE, w, b - NUDGE);
            var turned = RATE * tilt / Math.max(spread, NUDGE);
            w -= turned;
            b += turned * middle - RATE * lift;
        }
    }

    /// How fast the loss grows from the second pair of knobs to the first.
    private static double slope(
            double[] xs, double[] ys, double w, double b, double w2, double b2) {
        return (Exercise.loss(xs, ys, w, b) - Exercise.loss(xs, ys, w2, b2)) / (2 * NUDGE);
    }
}
