package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// R: judges the learner's judge. A metric, a split or a detector is run against planted cases; it must
/// accept every good one and reject every bad one.
public final class ReverseCheck implements Check {
    /// The learner's judge.
    @FunctionalInterface
    public interface Judge {
        /// Returns whether it accepts a case.
        boolean accepts(Inputs planted) throws Exception;
    }

    private record Planted(String name, Inputs inputs, boolean isGood) {}

    private final String name;
    private final Judge judge;
    private final List<Planted> cases = new ArrayList<>();

    private ReverseCheck(String name, Judge judge) {
        this.name = name;
        this.judge = judge;
    }

    /// Starts a check of a judge.
    public static ReverseCheck of(String name, Judge judge) {
        return new ReverseCheck(name, judge);
    }

    /// Plants a case that must be accepted.
    public ReverseCheck accepts(String what, Inputs inputs) {
        cases.add(new Planted(what, inputs, true));
        return this;
    }

    /// Plants a case that must be rejected.
    public ReverseCheck rejects(String what, Inputs inputs) {
        cases.add(new Planted(what, inputs, false));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.REVERSE;
    }

    @Override
    public CheckResult run() {
        if (cases.stream().map(Planted::isGood).distinct().count() < 2) {
            throw new IllegalStateException(
                    "'%s' needs good and bad cases: one who accepts all would pass"
                            .formatted(name));
        }
        var figures = new ArrayList<CheckResult.Figure>();
        var first = Optional.<Planted>empty();
        for (var planted : cases) {
            try {
                var accepted = judge.accepts(planted.inputs.copy());
                var holds = accepted == planted.isGood;
                figures.add(new CheckResult.Figure(planted.name, accepted ? 1 : 0, holds));
                first = first.or(() -> holds ? Optional.empty() : Optional.of(planted));
            } catch (Throwable thrown) {
                var mishap = Mishap.of(thrown);
                return CheckResult.threw(
                        this,
                        mishap,
                        Optional.of(shown(planted, thrown.getClass().getSimpleName())));
            }
        }
        if (first.isEmpty()) {
            return CheckResult.passed(this, "", figures);
        }
        var wrong = first.get();
        var got = Words.say(wrong.isGood ? "reverse.rejected" : "reverse.accepted");
        return new CheckResult(
                name,
                kind(),
                Verdict.WRONG_ANSWER,
                Words.say(wrong.isGood ? "reverse.good" : "reverse.bad", wrong.name),
                Optional.of(shown(wrong, got)),
                Optional.empty(),
                figures);
    }

    private static FailingCase shown(Planted planted, String got) {
        var expected = Words.say(planted.isGood ? "reverse.accepted" : "reverse.rejected");
        return new FailingCase(
                planted.inputs.shown(),
                new Shown.Written(expected),
                new Shown.Written(got),
                planted.name,
                Optional.empty());
    }
}
