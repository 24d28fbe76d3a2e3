import module dev.gradus.course;
import module java.base;

// asks: compare {"formula": "squares", "bug": "none", "h": 0.00001, "x": [1.5, -0.5, 2, 0.75]}
// asks: compare {"formula": "product", "bug": "sign", "h": 0.00001, "x": [1.5, -0.5, 2, 0.75]}
// asks: compare {"formula": "twice", "bug": "share", "h": 0.1, "x": [1.5, -0.5, 2, 0.75]}
// asks: compare {"formula": "mean", "bug": "mean", "h": 0.1, "x": [1.5, -0.5, 2, 0.75]}
// asks: compare {"formula": "mean", "bug": "last", "h": 0.1, "x": [1.5, -0.5, 2, 0.75]}
// asks: compare {"formula": "squares", "bug": "factor", "h": 1e-15, "x": [1.5, -0.5, 2, 0.75]}
// asks: compare {"formula": "squares", "bug": "exchanged", "h": 1, "x": [1.5, -0.5, 2, 0.75]}
/// The slopes that a formula is said to have, with a bug or without, beside those that nudging finds.
final class Picture implements LessonPicture {
    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "compare" ->
                    compare(in.text("formula"), in.text("bug"), in.number("h"), in.vector("x"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Map<String, Object> compare(String name, String bug, double h, double[] x) {
        var formula = formula(name);
        var analytic = spoiled(bug, name, slopes(name, x), x);
        var nudged = Exercise.nudged(formula, x.clone(), h);
        var errors = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            var size = Math.max(Math.abs(analytic[i]), Math.abs(nudged[i]));
            errors[i] = size > 1e-7 ? Math.abs(analytic[i] - nudged[i]) / size : 0;
        }
        return Map.of(
                "analytic", analytic,
                "nudged", nudged,
                "errors", errors,
                "accepted", Exercise.gradCheck(formula, _ -> analytic.clone(), x.clone()));
    }

    private static Exercise.Formula formula(String name) {
        return switch (name) {
            case "squares" -> x -> Arrays.stream(x).map(it -> it * it).sum();
            case "twice" -> x -> Arrays.stream(x).map(it -> it * it).sum() + x[0] * x[1] * x[1];
            case "product" -> x -> Math.exp(x[0]) * x[1] * x[2] * x[3];
            case "mean" -> x -> Arrays.stream(x).map(it -> it * it * it).average().orElseThrow();
            default -> throw new IllegalArgumentException("there is no formula " + name);
        };
    }

    private static double[] slopes(String name, double[] x) {
        return switch (name) {
            case "squares" -> Arrays.stream(x).map(it -> 2 * it).toArray();
            case "twice" -> {
                var slopes = Arrays.stream(x).map(it -> 2 * it).toArray();
                slopes[0] += x[1] * x[1];
                slopes[1] += 2 * x[0] * x[1];
                yield slopes;
            }
            case "product" -> {
                var e = Math.exp(x[0]);
                yield new double[] {
                    e * x[1] * x[2] * x[3], e * x[2] * x[3], e * x[1] * x[3], e * x[1] * x[2]
                };
            }
            case "mean" -> Arrays.stream(x).map(it -> 3 * it * it / x.length).toArray();
            default -> throw new IllegalArgumentException("there are no slopes of " + name);
        };
    }

    private static double[] spoiled(String bug, String name, double[] slopes, double[] x) {
        switch (bug) {
            case "none" -> {}
            case "sign" -> slopes[1] = -slopes[1];
            case "factor" -> Arrays.setAll(slopes, i -> slopes[i] / 2);
            case "share" -> slopes[0] = name.equals("twice") ? x[1] * x[1] : slopes[0] / 2;
            case "last" -> slopes[x.length - 1] = 0;
            case "mean" -> Arrays.setAll(slopes, i -> slopes[i] * x.length);
            case "exchanged" -> {
                var first = slopes[0];
                slopes[0] = slopes[2];
                slopes[2] = first;
            }
            default -> throw new IllegalArgumentException("there is no bug " + bug);
        }
        return slopes;
    }
}
