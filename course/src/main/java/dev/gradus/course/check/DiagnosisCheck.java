package dev.gradus.course.check;

import dev.gradus.course.Question;
import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// D: a training is broken on purpose. The learner names the fault and repairs it; then the detectors, which
/// spoke of the broken one, must fall silent, and the score on a hidden split must be better by a margin.
///
/// Both recipes run with the same three seeds. The broken one is run as well, so that every figure is
/// measured here and now; a detector that does not speak of it would prove nothing, and is refused.
public final class DiagnosisCheck implements Check {
    private static final long[] SEEDS = {1, 2, 3};

    /// Trains with a seed.
    @FunctionalInterface
    public interface Recipe {
        /// Returns what was recorded.
        TrainingCurves run(long seed) throws Exception;
    }

    private record Detector(String finding, Predicate<TrainingCurves> speaks) {}

    private final String name;
    private final QuestionCheck question;
    private final Recipe broken;
    private final Recipe repaired;
    private final List<Detector> detectors = new ArrayList<>();
    private double margin = Double.NaN;
    private boolean isMoreBetter = true;

    private DiagnosisCheck(String name, QuestionCheck question, Recipe broken, Recipe repaired) {
        this.name = name;
        this.question = question;
        this.broken = broken;
        this.repaired = repaired;
    }

    /// Starts a check.
    ///
    /// @param question asks for the fault: one choice for each fault that it might be
    /// @param named the learner's answer to it
    /// @param broken the recipe as it was
    /// @param repaired the learner's
    public static DiagnosisCheck of(
            String name, Question question, Answer named, Recipe broken, Recipe repaired) {
        return new DiagnosisCheck(name, QuestionCheck.of(name, question, named), broken, repaired);
    }

    /// Adds what shows the fault, and must show nothing any more when it is repaired.
    ///
    /// @param finding what is seen, as a sentence such as `The loss jumps up and down.`
    public DiagnosisCheck detector(String finding, Predicate<TrainingCurves> speaks) {
        detectors.add(new Detector(finding, speaks));
        return this;
    }

    /// Asks that the median score on the hidden split is larger by this much than that of the broken recipe.
    public DiagnosisCheck gains(double margin) {
        this.margin = margin;
        isMoreBetter = true;
        return this;
    }

    /// Asks that the median loss on the hidden split is smaller by this much than that of the broken recipe.
    public DiagnosisCheck loses(double margin) {
        this.margin = margin;
        isMoreBetter = false;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.DIAGNOSIS;
    }

    @Override
    public CheckResult run() {
        if (detectors.isEmpty() || !(margin > 0)) {
            throw new IllegalStateException(
                    "'%s' needs a detector and a margin above 0, set by gains or loses: nothing can fail"
                            .formatted(name));
        }
        var named = question.run();
        if (!named.isPassed()) {
            return told(named.verdict(), named.message(), named.failing(), List.of());
        }
        var before = recordings();
        List<TrainingCurves> after;
        try {
            after = run(repaired);
        } catch (Throwable thrown) {
            return CheckResult.threw(this, Mishap.of(thrown), Optional.empty());
        }
        return judge(before, after, named.message());
    }

    private List<TrainingCurves> recordings() {
        List<TrainingCurves> before;
        try {
            before = run(broken);
        } catch (Exception e) {
            throw new IllegalStateException("the broken recipe of '%s' fails".formatted(name), e);
        }
        for (var detector : detectors) {
            if (!before.stream().allMatch(detector.speaks)) {
                throw new IllegalStateException(
                        "a detector of '%s' does not speak of the broken recipe: %s"
                                .formatted(name, detector.finding));
            }
        }
        return before;
    }

    private static List<TrainingCurves> run(Recipe recipe) throws Exception {
        var recordings = new ArrayList<TrainingCurves>();
        for (var seed : SEEDS) {
            recordings.add(recipe.run(seed));
        }
        return recordings;
    }

    private CheckResult judge(
            List<TrainingCurves> before, List<TrainingCurves> after, String praise) {
        var level = median(before);
        var goal = isMoreBetter ? level + margin : level - margin;
        var reached = median(after);
        var figures = figures(after, level, goal, reached);
        for (var detector : detectors) {
            var count = after.stream().filter(detector.speaks).count();
            if (count > 0) {
                return told(
                        Verdict.WRONG_ANSWER,
                        Words.say("diagnosis.speaks", count, SEEDS.length, detector.finding),
                        Optional.empty(),
                        figures);
            }
        }
        if (!isBetter(reached, goal)) {
            return told(
                    Verdict.WRONG_ANSWER,
                    Words.say(
                            "diagnosis.hidden",
                            Shown.number(level),
                            Shown.number(reached),
                            Shown.number(goal)),
                    Optional.empty(),
                    figures);
        }
        return CheckResult.passed(this, praise, figures);
    }

    private CheckResult told(
            Verdict verdict,
            String message,
            Optional<FailingCase> failing,
            List<CheckResult.Figure> figures) {
        return new CheckResult(name, kind(), verdict, message, failing, Optional.empty(), figures);
    }

    private boolean isBetter(double score, double other) {
        return isMoreBetter ? score >= other : score <= other;
    }

    private static double median(List<TrainingCurves> recordings) {
        var scores = recordings.stream().mapToDouble(TrainingCurves::hidden).toArray();
        Arrays.sort(scores);
        return scores[scores.length / 2];
    }

    private List<CheckResult.Figure> figures(
            List<TrainingCurves> after, double level, double goal, double reached) {
        var figures = new ArrayList<CheckResult.Figure>();
        for (var i = 0; i < SEEDS.length; i++) {
            var score = after.get(i).hidden();
            figures.add(
                    new CheckResult.Figure(
                            Words.say("figure.seed", SEEDS[i]), score, isBetter(score, goal)));
        }
        figures.add(
                new CheckResult.Figure(
                        Words.say("figure.median"), reached, isBetter(reached, goal)));
        figures.add(new CheckResult.Figure(Words.say("figure.before"), level, true));
        for (var detector : detectors) {
            var count = after.stream().filter(detector.speaks).count();
            figures.add(new CheckResult.Figure(detector.finding, count, count == 0));
        }
        return figures;
    }
}
