package dev.gradus.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.course.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A fault must be named, repaired, and repaired for good.
class DiagnosisCheckTest {
    private static final Question FAULT =
            new Question(
                    "fault",
                    "Why does the loss rise?",
                    false,
                    List.of(
                            new Question.Choice("too few examples", false, "More would rise too."),
                            new Question.Choice("steps too long", true, "Yes, it jumps over.")));

    /// Descends on w² from 1 with this rate; the hidden split is measured without what was recorded.
    private static TrainingCurves descended(double rate, long seed) {
        var losses = new double[20];
        var w = 1 + seed / 10.0;
        for (var i = 0; i < losses.length; i++) {
            losses[i] = w * w;
            w -= rate * 2 * w;
        }
        return TrainingCurves.of(w * w).with("loss", losses).with("rate", rate);
    }

    private static DiagnosisCheck check(Object named, DiagnosisCheck.Recipe repaired) {
        return DiagnosisCheck.of(
                        "repairs the rate",
                        FAULT,
                        _ -> named,
                        seed -> descended(1.1, seed),
                        repaired)
                .detector("The loss rises.", it -> it.last("loss") > it.curve("loss")[0])
                .loses(1);
    }

    @Test
    void aNamedAndRepairedFaultPasses() {
        var result = check("B", seed -> descended(0.1, seed)).run();
        assertThat(result.isPassed()).isTrue();
        assertThat(result.kind()).isEqualTo(CheckKind.DIAGNOSIS);
        assertThat(result.message()).isEqualTo("Yes, it jumps over.");
        assertThat(result.figures())
                .extracting(CheckResult.Figure::name)
                .containsExactly(
                        "seed 1",
                        "seed 2",
                        "seed 3",
                        "median",
                        "as it was, median",
                        "The loss rises.");
        assertThat(result.figures()).allMatch(CheckResult.Figure::holds);
    }

    @Test
    void aWrongNameIsAnsweredBeforeAnythingRuns() {
        DiagnosisCheck.Recipe never =
                _ -> {
                    throw new AssertionError("ran");
                };
        var result = check("A", never).run();
        assertThat(result.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(result.kind()).isEqualTo(CheckKind.DIAGNOSIS);
        assertThat(result.message()).isEqualTo("More would rise too.");
        assertThat(check("?", never).run().message()).contains("Not answered yet");
    }

    @Test
    void aFaultThatIsStillThereIsShown() {
        var all = check("B", seed -> descended(1.05, seed)).run();
        assertThat(all.message()).contains("In 3 of 3 trainings: The loss rises.");
        var one = check("B", seed -> descended(seed == 2 ? 1.05 : 0.1, seed)).run();
        assertThat(one.isPassed()).isFalse();
        assertThat(one.message()).contains("In 1 of 3 trainings");
    }

    @Test
    void hidingTheSymptomIsNotEnough() {
        var result =
                check(
                                "B",
                                seed ->
                                        TrainingCurves.of(descended(1.1, seed).hidden())
                                                .with("loss", 1, 0))
                        .run();
        assertThat(result.isPassed()).isFalse();
        assertThat(result.message()).contains("without its cause being repaired");
        assertThat(
                        check("B", _ -> TrainingCurves.of(Double.NaN).with("loss", 1, 0))
                                .run()
                                .isPassed())
                .isFalse();
    }

    @Test
    void ofAScoreMoreIsBetter() {
        assertThat(scored(0.71).isPassed()).isTrue();
        assertThat(scored(0.65).isPassed()).isFalse();
    }

    private static CheckResult scored(double accuracy) {
        return DiagnosisCheck.of(
                        "repairs",
                        FAULT,
                        _ -> "B",
                        _ -> TrainingCurves.of(0.6).with("claimed", 0.99),
                        _ -> TrainingCurves.of(accuracy).with("claimed", accuracy))
                .detector(
                        "It claims more than it can.", it -> it.last("claimed") > it.hidden() + 0.1)
                .gains(0.1)
                .run();
    }

    @Test
    void whatTheRecipeThrowsIsExplained() {
        var result = check("B", seed -> descended(1 / (int) (seed / 9), seed)).run();
        assertThat(result.verdict()).isEqualTo(Verdict.THREW);
    }

    @Test
    void aDetectorThatDoesNotSeeTheFaultIsRefused() {
        var blind = check("B", seed -> descended(0.1, seed)).detector("Blind.", _ -> false);
        assertThatThrownBy(blind::run).hasMessageContainingAll("does not speak", "Blind.");
    }

    @Test
    void aCheckThatNothingCanFailIsRefused() {
        var idle =
                DiagnosisCheck.of(
                        "idle",
                        FAULT,
                        _ -> "B",
                        _ -> TrainingCurves.of(0),
                        _ -> TrainingCurves.of(1));
        assertThatThrownBy(idle.gains(1)::run).hasMessageContaining("needs a detector");
        assertThatThrownBy(idle.detector("All.", _ -> true).gains(0)::run)
                .hasMessageContaining("margin above 0");
    }

    @Test
    void aCurveThatIsMissingIsNamed() {
        assertThatThrownBy(() -> TrainingCurves.of(1).with("loss", 1).curve("los"))
                .hasMessageContaining("los, only [loss]");
    }
}
