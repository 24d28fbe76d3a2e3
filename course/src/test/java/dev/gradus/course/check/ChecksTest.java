package dev.gradus.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.course.Question;
import dev.gradus.course.check.CheckResult.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Each kind of check accepts what is right and says what is wrong.
class ChecksTest {
    private static double sum(Inputs in) {
        return Arrays.stream(in.vector("x")).sum();
    }

    private static ValueCheck sums(Answer learner) {
        return ValueCheck.of("adds up", ChecksTest::sum, learner)
                .drawn(draw -> Inputs.of("x", draw.vector(draw.size() + 1)));
    }

    @Test
    void valuesThatAgreeUpToRoundingPass() {
        assertThat(sums(in -> sum(in) * (1 + 1e-6)).run().isPassed()).isTrue();
        assertThat(sums(in -> sum(in) * 1.01 + 0.01).run().isPassed()).isFalse();
    }

    @Test
    void theSmallestFailingCaseIsShown() {
        var result = sums(in -> in.vector("x").length > 3 ? 1000 : sum(in)).run();
        var failing = result.failing().orElseThrow();
        assertThat(failing.inputs().getFirst().value().count()).isEqualTo(4);
        assertThat(failing.got()).hasToString("1000");
        assertThat(result.message()).contains("was expected, but this is 1000");
    }

    @Test
    void aWrongShapeIsToldAsSuch() {
        var result = sums(in -> new double[] {sum(in)}).run();
        assertThat(result.message())
                .isEqualTo("Expected a single number, but got numbers of shape [1].");
        assertThat(sums(_ -> null).run().message()).contains("but got null");
    }

    @Test
    void theFirstPlaceThatDiffersIsNamed() {
        var result =
                ValueCheck.of("copies", in -> in.matrix("x"), _ -> new double[][] {{1, 2}, {0, 4}})
                        .example(Inputs.of("x", new double[][] {{1, 2}, {3, 4}}))
                        .run();
        assertThat(result.message()).isEqualTo("At [1, 0], 3 was expected, but there is 0.");
        assertThat(result.failing().orElseThrow().place()).contains(List.of(1, 0));
        assertThat(result.failing().orElseThrow().got()).hasToString("[[1, 2],\n [0, 4]]");
    }

    @Test
    void rowsOfUnequalLengthAreNoTable() {
        var result =
                ValueCheck.of("copies", in -> in.matrix("x"), _ -> new double[][] {{1}, {3, 4}})
                        .example(Inputs.of("x", new double[][] {{1, 2}, {3, 4}}))
                        .run();
        assertThat(result.message()).contains("not all of one length");
    }

    @Test
    void notANumberIsNotGoodEnough() {
        assertThat(sums(_ -> Double.NaN).run().message()).contains("this is NaN");
        assertThat(sums(_ -> Double.POSITIVE_INFINITY).run().isPassed()).isFalse();
    }

    @Test
    void aMistakeIsRecognisedByWhatItComputes() {
        Answer mean = in -> sum(in) / in.vector("x").length;
        var check = sums(mean).mistake("first only", in -> in.vector("x")[0]).mistake("mean", mean);
        assertThat(check.run().message()).isEqualTo("mean");
        var other = sums(in -> sum(in) + 1).mistake("mean", mean);
        assertThat(other.run().message()).contains("was expected");
    }

    @Test
    void whoeverChangesItsInputIsTold() {
        var result =
                sums(
                                in -> {
                                    var sum = sum(in);
                                    in.vector("x")[0] = 77;
                                    return sum;
                                })
                        .run();
        assertThat(result.message()).contains("changed its input x", "77");
    }

    @Test
    void whatIsThrownIsExplained() {
        assertThat(sums(in -> in.vector("x")[9]).run().verdict()).isEqualTo(Verdict.THREW);
        assertThat(sums(_ -> 1 / Integer.parseInt("0")).run().message()).contains("no result");
        assertThat(sums(ChecksTest::endless).run().verdict())
                .isEqualTo(Verdict.CALLED_ITSELF_TOO_OFTEN);
        assertThat(
                        sums(
                                        _ -> {
                                            throw new OutOfMemoryError("Java heap space");
                                        })
                                .run()
                                .verdict())
                .isEqualTo(Verdict.USED_TOO_MUCH_MEMORY);
    }

    private static Object endless(Inputs in) {
        return in.vector("x").length > 0 ? endless(in) : in;
    }

    @Test
    void aSpecificationThatFailsIsNotTheLearnersFault() {
        var check = ValueCheck.of("broken", _ -> null, _ -> 1).example(Inputs.of("x", 1));
        assertThatThrownBy(check::run).hasMessageContaining("specification of 'broken'");
    }

    @Test
    void inputsAreTheSameInEveryRun() {
        var first = new Draw(7, 45);
        var second = new Draw(7, 45);
        assertThat(first.matrix(3, 3)).isDeepEqualTo(second.matrix(3, 3));
        assertThat(Arrays.stream(new Draw(7, 0).vector(50))).allMatch(it -> it == Math.rint(it));
        assertThat(Arrays.stream(new Draw(7, 50).vector(50))).anyMatch(it -> it != Math.rint(it));
    }

    @Test
    void gradientsFallIntoTheirBands() {
        assertThat(gradient(1).isPassed()).isTrue();
        assertThat(gradient(1).message()).isEmpty();
        var rough = gradient(1.001);
        assertThat(rough.isPassed()).isTrue();
        assertThat(rough.message()).contains("only roughly");
        var wrong = gradient(1.1);
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(wrong.message()).contains("slope along number 1", "should be 12");
        assertThat(wrong.failing().orElseThrow().place()).contains(List.of(1));
        assertThat(gradient(Double.NaN).isPassed()).isFalse();
    }

    /// The slope of `a² + b³` with an error in the second number.
    private static CheckResult gradient(double factor) {
        return GradientCheck.of(
                        "derives",
                        x -> x[0] * x[0] + x[1] * x[1] * x[1],
                        x -> new double[] {2 * x[0], 3 * x[1] * x[1] * factor})
                .at(3, 2)
                .run();
    }

    @Test
    void aMistakeInAGradientIsRecognisedByWhatItComputes() {
        assertThat(square(x -> x).message()).isEqualTo("the two is missing");
        assertThat(square(x -> 3 * x).message()).contains("should be");
        assertThat(square(x -> 2 * x).isPassed()).isTrue();
    }

    /// The slope of `x²`.
    private static CheckResult square(DoubleUnaryOperator slope) {
        return GradientCheck.of(
                        "derives", x -> x[0] * x[0], x -> new double[] {slope.applyAsDouble(x[0])})
                .at(3)
                .at(-2)
                .mistake("the sign is wrong", x -> new double[] {-2 * x[0]})
                .mistake("the two is missing", x -> x)
                .run();
    }

    @Test
    void aGradientOfTheWrongLengthIsTold() {
        var result = GradientCheck.of("derives", x -> x[0], _ -> new double[2]).at(1).run();
        assertThat(result.message()).contains("[1]", "[2]");
    }

    @Test
    void aBrokenRuleIsShownWithBothAnswers() {
        assertThat(shifted(in -> sum(in)).isPassed()).isFalse();
        assertThat(shifted(in -> sum(in) - in.vector("x")[0] * in.vector("x").length).isPassed())
                .isTrue();
        assertThat(shifted(in -> sum(in)).message()).startsWith("Adding 5 must not matter.");
    }

    /// Adding 5 to every number must not change the answer.
    private static CheckResult shifted(Answer learner) {
        return MetamorphicCheck.of(
                        "does not see a shift",
                        learner,
                        draw -> Inputs.of("x", draw.vector(draw.size())),
                        in ->
                                in.with(
                                        "x",
                                        Arrays.stream(in.vector("x")).map(it -> it + 5).toArray()),
                        (_, answer) -> answer)
                .because("Adding 5 must not matter.")
                .run();
    }

    @Test
    void trainingMustBeatTheBaselineRepeatAndStayPossible() {
        var good = training(seed -> 0.9 + seed / 1000.0);
        assertThat(good.isPassed()).isTrue();
        assertThat(good.message())
                .contains("0.901, 0.902, 0.903", "median, is 0.902")
                .contains("(always naming the first) reaches 0.5");
        assertThat(good.figures())
                .extracting(CheckResult.Figure::role)
                .startsWith(Role.MEASURED, Role.MEASURED, Role.MEASURED, Role.MEDIAN)
                .contains(Role.BASELINE, Role.GOAL, Role.CEILING);
        var poor = training(_ -> 0.55);
        assertThat(poor.message()).contains("0.55", "always naming the first", "0.6");
        assertThat(training(_ -> 0.995).message()).contains("better than the best possible");
        assertThat(training(_ -> Double.NaN).isPassed()).isFalse();
        assertThat(training(_ -> Double.NaN).message()).contains("NaN", "beyond all bounds");
        var random = new SplittableRandom(1);
        assertThat(training(_ -> 0.9 + random.nextDouble() / 100).message())
                .contains("same seed must give the same");
        assertThat(training(seed -> 1 / (int) (seed / 100)).verdict()).isEqualTo(Verdict.THREW);
        assertThat(training(seed -> seed == 2 ? 0.1 : 0.9).isPassed()).isTrue();
    }

    private static CheckResult training(TrainingCheck.Training training) {
        return TrainingCheck.ofScore("learns", training, "always naming the first", 0.5, 0.1)
                .ceiling(0.99)
                .sign("It only guesses.", median -> median <= 0.5)
                .run();
    }

    @Test
    void aPoorMedianIsToldWhatItUsuallyComesFrom() {
        assertThat(training(_ -> 0.5).message()).endsWith("It only guesses.");
        assertThat(training(_ -> 0.55).message()).endsWith("0.6.");
    }

    @Test
    void ofALossLessIsBetter() {
        assertThat(TrainingCheck.ofLoss("learns", _ -> 0.2, "the mean", 1, 0.5).run().isPassed())
                .isTrue();
        assertThat(TrainingCheck.ofLoss("learns", _ -> 0.8, "the mean", 1, 0.5).run().isPassed())
                .isFalse();
    }

    @Test
    void aJudgeMustAcceptTheGoodAndRejectTheBad() {
        assertThat(judged(in -> in.number("x") > 0).isPassed()).isTrue();
        assertThat(judged(_ -> true).message()).isEqualTo("It accepts a case that is bad: a debt.");
        assertThat(judged(_ -> false).message())
                .isEqualTo("It rejects a case that is good: a gain.");
        assertThat(judged(_ -> true).figures()).hasSize(2);
    }

    private static CheckResult judged(ReverseCheck.Judge judge) {
        return ReverseCheck.of("judges", judge)
                .accepts("a gain", Inputs.of("x", 1.0))
                .rejects("a debt", Inputs.of("x", -1.0))
                .run();
    }

    @Test
    void aCheckThatNothingCanFailIsRefused() {
        var good = ReverseCheck.of("judges", _ -> true).accepts("all", Inputs.of("x", 1.0));
        assertThatThrownBy(good::run).hasMessageContaining("good and bad");
        assertThatThrownBy(CostCheck.of("counts", _ -> {})::run).hasMessageContaining("no count");
        assertThatThrownBy(GradientCheck.of("derives", _ -> 0, x -> x)::run)
                .hasMessageContaining("no point");
    }

    @Test
    void costIsCounted() {
        CostCheck.Work work =
                cost -> {
                    var x = cost.matrix(new double[2][3]);
                    for (var i = 0; i < 3; i++) {
                        x.set(0, i, x.get(1, i));
                    }
                    cost.count(1);
                };
        assertThat(CostCheck.of("copies", work).reads(3).writes(3).operations(1).run().isPassed())
                .isTrue();
        assertThat(CostCheck.of("copies", work).reads(2).run().message())
                .isEqualTo("Counted reads: 3, where 2 are enough.");
    }

    @Test
    void everyWrongChoiceHasItsAnswer() {
        var letters =
                new Question(
                        "q",
                        "Which?",
                        false,
                        List.of(
                                new Question.Choice("this", false, "not this"),
                                new Question.Choice("that", true, "yes")));
        assertThat(answered(letters, "b").isPassed()).isTrue();
        assertThat(answered(letters, "A").message()).isEqualTo("not this");
        assertThat(answered(letters, "?").message()).contains("Not answered yet");
        assertThat(answered(letters, "X").message()).contains("X", "from A to B");
        var number =
                new Question(
                        "n",
                        "How many?",
                        true,
                        List.of(
                                new Question.Choice("6", true, "yes"),
                                new Question.Choice("5", false, "plus"),
                                new Question.Choice("else", false, "count")));
        assertThat(answered(number, 6).isPassed()).isTrue();
        assertThat(answered(number, 5.0).message()).isEqualTo("plus");
        assertThat(answered(number, 9).message()).isEqualTo("count");
    }

    private static CheckResult answered(Question question, Object answer) {
        return QuestionCheck.of("answers", question, _ -> answer).run();
    }
}
