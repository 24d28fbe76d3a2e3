package dev.gradus.course.check;

import dev.gradus.course.Words;
import dev.gradus.course.check.CheckResult.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/// T: trains the learner's model with three fixed seeds. The median of the scores must beat a named
/// baseline by a margin and stay below what is possible; the first seed, trained twice, must give the same
/// bits.
public final class TrainingCheck implements Check {
    private static final long[] SEEDS = {1, 2, 3};

    /// Trains with a seed and says how good the result is.
    @FunctionalInterface
    public interface Training {
        /// Returns the score on examples that were not trained on.
        double score(long seed) throws Exception;
    }

    private static final MathContext DIGITS = new MathContext(4);

    private record Sign(DoublePredicate median, String message) {}

    private final String name;
    private final Training training;
    private final String baseline;
    private final double level;
    private final double margin;
    private final boolean isMoreBetter;
    private final List<Sign> signs = new ArrayList<>();
    private double ceiling;

    private TrainingCheck(
            String name,
            Training training,
            String baseline,
            double level,
            double margin,
            boolean isMoreBetter) {
        this.name = name;
        this.training = training;
        this.baseline = baseline;
        this.level = level;
        this.margin = margin;
        this.isMoreBetter = isMoreBetter;
        this.ceiling = isMoreBetter ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /// Starts a check of a score of which more is better, such as accuracy.
    ///
    /// @param baseline what is to be beaten, such as `always naming the most frequent class`
    /// @param level the score of the baseline
    /// @param margin by how much the median must be better
    public static TrainingCheck ofScore(
            String name, Training training, String baseline, double level, double margin) {
        return new TrainingCheck(name, training, baseline, level, margin, true);
    }

    /// Starts a check of a loss or an error, of which less is better.
    public static TrainingCheck ofLoss(
            String name, Training training, String baseline, double level, double margin) {
        return new TrainingCheck(name, training, baseline, level, margin, false);
    }

    /// Says which score is the best possible; a better one can only come from a leak or from luck.
    public TrainingCheck ceiling(double best) {
        ceiling = best;
        return this;
    }

    /// Adds what a median like this usually comes from, such as `the weights have hardly moved`; said where
    /// the baseline is not beaten.
    public TrainingCheck sign(String message, DoublePredicate median) {
        signs.add(new Sign(median, message));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.TRAINING;
    }

    @Override
    public CheckResult run() {
        var scores = new double[SEEDS.length];
        double again;
        try {
            for (var i = 0; i < SEEDS.length; i++) {
                scores[i] = training.score(SEEDS[i]);
            }
            again = training.score(SEEDS[0]);
        } catch (Throwable thrown) {
            return CheckResult.threw(this, Mishap.of(thrown), Optional.empty());
        }
        var sorted = scores.clone();
        Arrays.sort(sorted);
        return judge(scores, again, sorted[SEEDS.length / 2]);
    }

    private CheckResult judge(double[] scores, double again, double median) {
        var goal = isMoreBetter ? level + margin : level - margin;
        var figures = figures(scores, median, goal);
        if (Double.doubleToLongBits(again) != Double.doubleToLongBits(scores[0])) {
            return CheckResult.wrong(
                    this, Words.say("training.repeat", SEEDS[0], scores[0], again), figures);
        }
        if (!Double.isFinite(median)) {
            return CheckResult.wrong(
                    this, Words.say("training.beyond", Shown.number(median)), figures);
        }
        if (!isBetter(median, goal)) {
            var text =
                    Words.say(
                            "training.baseline",
                            Shown.number(median),
                            baseline,
                            Shown.number(level),
                            Shown.number(goal));
            return CheckResult.wrong(this, (text + " " + sign(median)).strip(), figures);
        }
        if (isBetter(median, ceiling)) {
            return CheckResult.wrong(
                    this,
                    Words.say("training.ceiling", Shown.number(median), Shown.number(ceiling)),
                    figures);
        }
        return CheckResult.passed(this, passed(scores, median), figures);
    }

    /// A training that passed says how well: numbers are what it is about.
    private String passed(double[] scores, double median) {
        var text =
                Words.say(
                        "training.passed",
                        Arrays.stream(scores)
                                .mapToObj(TrainingCheck::rounded)
                                .collect(Collectors.joining(", ")),
                        rounded(median),
                        baseline,
                        rounded(level));
        return Double.isFinite(ceiling)
                ? text + " " + Words.say("training.possible", rounded(ceiling))
                : text;
    }

    /// No more digits than a reader has use for.
    private static String rounded(double score) {
        return Double.isFinite(score)
                ? Shown.number(new BigDecimal(score).round(DIGITS).doubleValue())
                : Shown.number(score);
    }

    private String sign(double median) {
        return signs.stream()
                .filter(sign -> sign.median.test(median))
                .map(Sign::message)
                .findFirst()
                .orElse("");
    }

    private boolean isBetter(double score, double other) {
        return isMoreBetter ? score > other : score < other;
    }

    private List<CheckResult.Figure> figures(double[] scores, double median, double goal) {
        var figures = new ArrayList<CheckResult.Figure>();
        for (var i = 0; i < SEEDS.length; i++) {
            figures.add(
                    new CheckResult.Figure(
                            Words.say("figure.seed", SEEDS[i]),
                            scores[i],
                            isBetter(scores[i], goal)));
        }
        figures.add(
                new CheckResult.Figure(
                        Words.say("figure.median"), median, isBetter(median, goal), Role.MEDIAN));
        figures.add(new CheckResult.Figure(baseline, level, true, Role.BASELINE));
        figures.add(new CheckResult.Figure(Words.say("figure.goal"), goal, true, Role.GOAL));
        if (Double.isFinite(ceiling)) {
            figures.add(
                    new CheckResult.Figure(
                            Words.say("figure.ceiling"), ceiling, true, Role.CEILING));
        }
        return figures;
    }
}
