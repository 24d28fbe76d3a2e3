package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// G: compares the learner's gradient with central differences in double precision:
/// `(f(x + h) - f(x - h)) / 2h` for each number of x.
///
/// The relative error is `|a - n| / max(|a|, |n|)`; above 1e-2 the gradient is wrong, from 1e-4 to 1e-2
/// it is suspicious and the check warns. Source of the bands: the notes of Stanford's course CS231n.
public final class GradientCheck implements Check {
    private static final double WRONG = 1e-2;
    private static final double SUSPICIOUS = 1e-4;
    private static final double STEP = 1e-5;

    /// Two gradients below this are both nothing: their ratio is noise.
    private static final double NOTHING = 1e-7;

    /// A formula of several numbers.
    @FunctionalInterface
    public interface Formula {
        /// Returns its value.
        double at(double[] x) throws Exception;
    }

    /// The gradient of a formula.
    @FunctionalInterface
    public interface Slope {
        /// Returns how much the formula changes with each number.
        double[] at(double[] x) throws Exception;
    }

    private record Mistake(String message, Slope gradient) {}

    /// A slope that is wrong.
    private record Wrong(double[] x, int index, double ours) {}

    private record Worst(double[] x, double[] numeric, double[] ours, int index, double error) {}

    private final String name;
    private final Formula formula;
    private final Slope gradient;
    private final List<double[]> points = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private GradientCheck(String name, Formula formula, Slope gradient) {
        this.name = name;
        this.formula = formula;
        this.gradient = gradient;
    }

    /// Starts a check of a gradient against its formula.
    public static GradientCheck of(String name, Formula formula, Slope gradient) {
        return new GradientCheck(name, formula, gradient);
    }

    /// Adds a point at which both are compared; choose none at a kink.
    public GradientCheck at(double... x) {
        points.add(x.clone());
        return this;
    }

    /// Says `message` to whoever computes this instead.
    public GradientCheck mistake(String message, Slope gradient) {
        mistakes.add(new Mistake(message, gradient));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.GRADIENT;
    }

    @Override
    public CheckResult run() {
        if (points.isEmpty()) {
            throw new IllegalStateException(
                    "'%s' compares at no point: add one with at".formatted(name));
        }
        Worst worst = new Worst(new double[0], new double[0], new double[0], 0, -1);
        var wrong = new ArrayList<Wrong>();
        try {
            for (var x : points) {
                var ours = gradient.at(x.clone());
                var numeric = numeric(x);
                if (ours == null || ours.length != x.length) {
                    return wrongShape(
                            x, numeric, ours == null ? new Shown.Nothing("null") : Shown.of(ours));
                }
                for (var i = 0; i < x.length; i++) {
                    var error = error(ours[i], numeric[i]);
                    if (error > WRONG) {
                        wrong.add(new Wrong(x, i, ours[i]));
                    }
                    if (error > worst.error) {
                        worst = new Worst(x, numeric, ours, i, error);
                    }
                }
            }
        } catch (Throwable thrown) {
            return CheckResult.threw(this, Mishap.of(thrown), Optional.empty());
        }
        return judge(worst, wrong);
    }

    private CheckResult judge(Worst worst, List<Wrong> wrong) {
        var figures =
                List.of(
                        new CheckResult.Figure(
                                Words.say("figure.error"), worst.error, worst.error <= WRONG));
        if (worst.error > WRONG) {
            var text =
                    Words.say(
                            "gradient.wrong",
                            worst.index,
                            Shown.number(worst.numeric[worst.index]),
                            Shown.number(worst.ours[worst.index]));
            return new CheckResult(
                    name,
                    kind(),
                    Verdict.WRONG_ANSWER,
                    mistake(wrong).orElse(text),
                    Optional.of(
                            new FailingCase(
                                    List.of(new FailingCase.Named("x", Shown.of(worst.x))),
                                    Shown.of(worst.numeric),
                                    Shown.of(worst.ours),
                                    text,
                                    Optional.of(List.of(worst.index)))),
                    Optional.empty(),
                    figures);
        }
        return CheckResult.passed(
                this,
                worst.error > SUSPICIOUS
                        ? Words.say("gradient.suspicious", Shown.number(worst.error))
                        : "",
                figures);
    }

    private Optional<String> mistake(List<Wrong> wrong) {
        return mistakes.stream()
                .filter(mistake -> wrong.stream().allMatch(it -> agrees(mistake, it)))
                .map(Mistake::message)
                .findFirst();
    }

    private static boolean agrees(Mistake mistake, Wrong wrong) {
        try {
            var theirs = mistake.gradient.at(wrong.x.clone())[wrong.index];
            return Tolerance.USUAL.holds(theirs, wrong.ours);
        } catch (Exception _) {
            return false;
        }
    }

    private CheckResult wrongShape(double[] x, double[] numeric, Shown ours) {
        var difference = Difference.between(Shown.of(numeric), ours, Tolerance.USUAL).orElseThrow();
        return CheckResult.wrong(
                this,
                difference.text(),
                new FailingCase(
                        List.of(new FailingCase.Named("x", Shown.of(x))),
                        Shown.of(numeric),
                        ours,
                        difference.text(),
                        difference.place()));
    }

    private double[] numeric(double[] x) throws Exception {
        var slopes = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            var h = STEP * Math.max(1, Math.abs(x[i]));
            var up = x.clone();
            var down = x.clone();
            up[i] += h;
            down[i] -= h;
            slopes[i] = (formula.at(up) - formula.at(down)) / (up[i] - down[i]);
        }
        return slopes;
    }

    private static double error(double ours, double numeric) {
        if (!Double.isFinite(ours)) {
            return Double.POSITIVE_INFINITY;
        }
        var size = Math.max(Math.abs(ours), Math.abs(numeric));
        return size < NOTHING ? 0 : Math.abs(ours - numeric) / size;
    }
}
