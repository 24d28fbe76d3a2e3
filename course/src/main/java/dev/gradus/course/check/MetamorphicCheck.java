package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// M: changes an input in a known way and looks whether the output changes in the known way. It needs no
/// right answers: a picture that is moved must give a map that is moved.
public final class MetamorphicCheck implements Check {
    private static final int CASES = 60;

    /// What the answer to the changed inputs must be, told from the answer to the inputs as they were.
    @FunctionalInterface
    public interface Rule {
        /// Returns the answer expected.
        ///
        /// @param inputs as they were
        /// @param answer the learner's answer to them
        @Nullable Object expects(Inputs inputs, @Nullable Object answer) throws Exception;
    }

    private record Failure(int size, String message, FailingCase shown) {}

    private final String name;
    private final Answer learner;
    private final Function<Draw, Inputs> drawn;
    private final Function<Inputs, Inputs> change;
    private final Rule rule;
    private String because = "";

    private MetamorphicCheck(
            String name,
            Answer learner,
            Function<Draw, Inputs> drawn,
            Function<Inputs, Inputs> change,
            Rule rule) {
        this.name = name;
        this.learner = learner;
        this.drawn = drawn;
        this.change = change;
        this.rule = rule;
    }

    /// Starts a check on inputs that are drawn and changed.
    public static MetamorphicCheck of(
            String name,
            Answer learner,
            Function<Draw, Inputs> drawn,
            Function<Inputs, Inputs> change,
            Rule rule) {
        return new MetamorphicCheck(name, learner, drawn, change, rule);
    }

    /// Starts a check of a round trip: what the learner's method makes of the inputs must give them back.
    public static MetamorphicCheck roundTrip(
            String name, Function<Draw, Inputs> drawn, Answer learner, Answer original) {
        return new MetamorphicCheck(
                name, learner, drawn, inputs -> inputs, (inputs, _) -> original.to(inputs));
    }

    /// Says what it means when the rule is broken.
    public MetamorphicCheck because(String text) {
        because = text;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.METAMORPHIC;
    }

    @Override
    public CheckResult run() {
        var smallest = Optional.<Failure>empty();
        for (var i = 0; i < CASES; i++) {
            var inputs = drawn.apply(new Draw(name.hashCode(), i));
            try {
                var failure = failure(inputs);
                if (failure.isPresent()
                        && smallest.filter(it -> it.size <= failure.get().size).isEmpty()) {
                    smallest = failure;
                }
            } catch (Throwable thrown) {
                return threw(inputs, thrown);
            }
        }
        return smallest.map(it -> CheckResult.wrong(this, it.message, it.shown))
                .orElseGet(() -> CheckResult.passed(this));
    }

    private Optional<Failure> failure(Inputs inputs) throws Exception {
        var before = learner.to(inputs.copy());
        var changed = change.apply(inputs.copy());
        var expected = Shown.of(rule.expects(inputs.copy(), before));
        var got = Shown.of(learner.to(changed.copy()));
        return Difference.between(expected, got, Tolerance.USUAL)
                .map(difference ->
                        new Failure(
                                changed.count(),
                                (because + " " + difference.text()).strip(),
                                new FailingCase(
                                        changed.shown(),
                                        expected,
                                        got,
                                        difference.text(),
                                        difference.place())));
    }

    private CheckResult threw(Inputs inputs, Throwable thrown) {
        var mishap = Mishap.of(thrown);
        return CheckResult.threw(
                this,
                mishap,
                Optional.of(
                        new FailingCase(
                                inputs.shown(),
                                new Shown.Nothing(Words.say("kind.any")),
                                new Shown.Nothing(thrown.getClass().getSimpleName()),
                                mishap.message(),
                                Optional.empty())));
    }
}
