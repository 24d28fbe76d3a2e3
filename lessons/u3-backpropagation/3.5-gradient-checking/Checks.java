import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    /// A formula, and what its slopes are said to be.
    private record Claim(Exercise.Formula formula, Exercise.Gradient gradient) {}

    /// The formulas that are nudged; each changes with every number of x.
    private static final Map<String, Exercise.Formula> FORMULAS =
            Map.of(
                    "sum of squares", x -> Arrays.stream(x).map(it -> it * it).sum(),
                    "sum of cubes", x -> Arrays.stream(x).map(it -> it * it * it).sum(),
                    "product", x -> Arrays.stream(x).reduce(1, (a, b) -> a * b),
                    "three times the sum", x -> 3 * Arrays.stream(x).sum());

    /// What gradCheck has to judge, by the name the learner is told.
    private static final Map<String, Claim> CLAIMS =
            Map.ofEntries(
                    Map.entry(
                            "right: squares", new Claim(Checks::squares, x -> by(x, it -> 2 * it))),
                    Map.entry(
                            "right: slopes around a million",
                            new Claim(
                                    x -> 1e6 * squares(x) + 7 * x[0],
                                    x -> {
                                        var slopes = by(x, it -> 2e6 * it);
                                        slopes[0] += 7;
                                        return slopes;
                                    })),
                    Map.entry(
                            "right: slopes around a thousandth",
                            new Claim(x -> 1e-3 * squares(x), x -> by(x, it -> 2e-3 * it))),
                    Map.entry("right: all slopes 0", new Claim(_ -> 5, x -> new double[x.length])),
                    Map.entry(
                            "right: a steep curve",
                            new Claim(
                                    x -> Arrays.stream(x).map(it -> Math.exp(4 * it)).sum(),
                                    x -> by(x, it -> 4 * Math.exp(4 * it)))),
                    Map.entry(
                            "right: some slopes below 0",
                            new Claim(x -> -squares(x), x -> by(x, it -> -2 * it))),
                    Map.entry("a sign is turned", new Claim(Checks::squares, x -> turned(x))),
                    Map.entry(
                            "a factor is missing, and the slopes are tiny",
                            new Claim(x -> 1e-3 * squares(x), x -> by(x, it -> 1e-3 * it))),
                    Map.entry(
                            "a number that is used twice got one share",
                            new Claim(x -> squares(x) + x[0] * x[1], Checks::oneShare)),
                    Map.entry(
                            "the last slope was left at 0",
                            new Claim(Checks::squares, x -> lastLeft(x))),
                    Map.entry(
                            "two slopes have changed places",
                            new Claim(Checks::squares, x -> exchanged(x))));

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(nudges(), judges());
    }

    private static Check nudges() {
        return ValueCheck.of(
                        "nudges one number at a time",
                        in -> slopes(in, Checks::central),
                        in -> Exercise.nudged(formula(in), in.vector("x"), in.number("h")))
                .example(Inputs.of("formula", "sum of cubes", "x", new double[] {3}, "h", 0.5))
                .drawn(draw ->
                        Inputs.of(
                                "formula",
                                draw.pick(List.copyOf(new TreeSet<>(FORMULAS.keySet()))),
                                "x",
                                draw.vector(draw.size()),
                                "h",
                                draw.pick(List.of(0.5, 0.25, 1.0))))
                .mistake(
                        "This steps to one side only. Step up and down, and divide by the whole distance between the two.",
                        in -> slopes(in, (up, now, _, h) -> (up - now) / h))
                .mistake(
                        "The difference is divided by h. From x - h to x + h the distance is 2h.",
                        in -> slopes(in, (up, _, down, h) -> (up - down) / h))
                .mistake(
                        "The difference has not been divided by the distance of the two steps, 2h.",
                        in -> slopes(in, (up, _, down, _) -> up - down))
                .mistake(
                        "In 2 * h at the end of a division brackets are missing: without them it divides by 2 and then multiplies by h.",
                        in -> slopes(in, (up, _, down, h) -> (up - down) / 2 * h))
                .mistake(
                        "The signs are turned: what is found above comes first, minus what is found below.",
                        in -> slopes(in, (up, now, down, h) -> -central(up, now, down, h)))
                .mistake(
                        "A number that was nudged has not been put back before the next one. Keep it, and set it again after both steps.",
                        Checks::neverPutBack);
    }

    /// Makes a slope of the results above, here and below, and the step.
    private interface Slope {
        double of(double up, double now, double down, double h);
    }

    private static double central(double up, double now, double down, double h) {
        return (up - down) / (2 * h);
    }

    private static double[] slopes(Inputs in, Slope slope) {
        var formula = formula(in);
        var h = in.number("h");
        var x = in.vector("x");
        return IntStream.range(0, x.length)
                .mapToDouble(i ->
                        slope.of(
                                formula.at(moved(x, i, h)),
                                formula.at(x),
                                formula.at(moved(x, i, -h)),
                                h))
                .toArray();
    }

    private static double[] neverPutBack(Inputs in) {
        var x = in.vector("x").clone();
        var h = in.number("h");
        var slopes = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            x[i] += h;
            var up = formula(in).at(x);
            x[i] -= 2 * h;
            slopes[i] = (up - formula(in).at(x)) / (2 * h);
        }
        return slopes;
    }

    private static double[] moved(double[] x, int place, double by) {
        var moved = x.clone();
        moved[place] += by;
        return moved;
    }

    private static Exercise.Formula formula(Inputs in) {
        return FORMULAS.get(in.text("formula"));
    }

    private static Check judges() {
        var check =
                ReverseCheck.of(
                        "tells right gradients from wrong ones",
                        in -> {
                            var claim = CLAIMS.get(in.text("gradient"));
                            return Exercise.gradCheck(
                                    claim.formula, claim.gradient, in.vector("x"));
                        });
        var x = new double[] {1.5, -0.5, 2};
        for (var name : new TreeSet<>(CLAIMS.keySet())) {
            var inputs = Inputs.of("gradient", name, "x", x);
            if (name.startsWith("right")) {
                check.accepts(name, inputs);
            } else {
                check.rejects(name, inputs);
            }
        }
        return check;
    }

    private static double squares(double[] x) {
        return Arrays.stream(x).map(it -> it * it).sum();
    }

    private static double[] by(double[] x, DoubleUnaryOperator slope) {
        return Arrays.stream(x).map(slope).toArray();
    }

    private static double[] turned(double[] x) {
        var slopes = by(x, it -> 2 * it);
        slopes[1] = -slopes[1];
        return slopes;
    }

    private static double[] oneShare(double[] x) {
        var slopes = by(x, it -> 2 * it);
        slopes[0] = x[1];
        slopes[1] += x[0];
        return slopes;
    }

    private static double[] lastLeft(double[] x) {
        var slopes = by(x, it -> 2 * it);
        slopes[x.length - 1] = 0;
        return slopes;
    }

    private static double[] exchanged(double[] x) {
        var slopes = by(x, it -> 2 * it);
        return new double[] {slopes[0], slopes[2], slopes[1]};
    }
}
