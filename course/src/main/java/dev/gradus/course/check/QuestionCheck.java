package dev.gradus.course.check;

import dev.gradus.course.Question;
import dev.gradus.course.Words;
import java.util.List;
import java.util.Optional;

/// Q: one question of the lesson, answered by a method that returns a letter or a number. Every wrong
/// choice has a sentence of its own.
public final class QuestionCheck implements Check {
    private final String name;
    private final Question question;
    private final Answer learner;

    private QuestionCheck(String name, Question question, Answer learner) {
        this.name = name;
        this.question = question;
        this.learner = learner;
    }

    /// Starts a check of the learner's answer to a question.
    public static QuestionCheck of(String name, Question question, Answer learner) {
        return new QuestionCheck(name, question, learner);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.QUESTION;
    }

    @Override
    public CheckResult run() {
        String answer;
        try {
            var given = learner.to(Inputs.of("question", question.text()));
            answer =
                    given instanceof Number number
                            ? Shown.number(number.doubleValue())
                            : String.valueOf(given);
        } catch (Throwable thrown) {
            return CheckResult.threw(this, Mishap.of(thrown), Optional.empty());
        }
        if (answer.isBlank() || answer.equals("null") || answer.equals("?")) {
            return CheckResult.wrong(this, Words.say("question.unanswered"), List.of());
        }
        return question.answered(answer)
                .map(choice ->
                        choice.isRight()
                                ? CheckResult.passed(this, choice.feedback(), List.of())
                                : CheckResult.wrong(
                                        this, choice.feedback(), failing(answer, choice)))
                .orElseGet(() ->
                        CheckResult.wrong(
                                this,
                                Words.say("question.unknown", answer, possible()),
                                List.of()));
    }

    // the right answer is not shown: there is a sentence that helps to find it
    private FailingCase failing(String answer, Question.Choice choice) {
        return new FailingCase(
                List.of(new FailingCase.Named("question", new Shown.Written(question.text()))),
                new Shown.Nothing(Words.say("question.another")),
                new Shown.Written("%s: %s".formatted(answer, choice.text())),
                choice.feedback(),
                Optional.empty());
    }

    private String possible() {
        return question.isNumber()
                ? Words.say("question.number")
                : Words.say(
                        "question.letters",
                        Question.letter(0),
                        Question.letter(question.choices().size() - 1));
    }
}
