package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// V: compares what the learner's method returns with a specification in plain loops, on drawn inputs,
/// and shows the smallest case in which they differ.
///
/// A typical mistake is known by what it computes: where a mistake's own answer agrees with the
/// learner's in every case that fails, its sentence is said.
public final class ValueCheck implements Check {
    private static final int USUAL_COUNT = 60;

    private record Mistake(String message, Answer answer) {}

    /// A case that fails; the mishap is there when something was thrown.
    private record Failure(Inputs inputs, FailingCase shown, Optional<Mishap> mishap) {}

    private final String name;
    private final Answer specification;
    private final Answer learner;
    private final List<Inputs> examples = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private Optional<Function<Draw, Inputs>> drawn = Optional.empty();
    private int drawnCount;
    private Tolerance tolerance = Tolerance.USUAL;

    private ValueCheck(String name, Answer specification, Answer learner) {
        this.name = name;
        this.specification = specification;
        this.learner = learner;
    }

    /// Starts a check that compares the learner's answer with the specification's.
    public static ValueCheck of(String name, Answer specification, Answer learner) {
        return new ValueCheck(name, specification, learner);
    }

    /// Adds one case, tried before any that is drawn.
    public ValueCheck example(Inputs inputs) {
        examples.add(inputs);
        return this;
    }

    /// Adds 60 cases drawn by this function.
    public ValueCheck drawn(Function<Draw, Inputs> inputs) {
        return drawn(USUAL_COUNT, inputs);
    }

    /// Adds so many cases drawn by this function; the first forty are of small whole numbers.
    public ValueCheck drawn(int count, Function<Draw, Inputs> inputs) {
        drawn = Optional.of(inputs);
        drawnCount = count;
        return this;
    }

    /// Says `message` to whoever computes this instead.
    public ValueCheck mistake(String message, Answer answer) {
        mistakes.add(new Mistake(message, answer));
        return this;
    }

    /// Compares with another tolerance than the usual one.
    public ValueCheck tolerance(double relative, double absolute) {
        tolerance = new Tolerance(relative, absolute);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.VALUES;
    }

    @Override
    public CheckResult run() {
        var failures = new ArrayList<Failure>();
        var tried = 0;
        for (var inputs : cases()) {
            tried++;
            failure(inputs).ifPresent(failures::add);
            if (!failures.isEmpty()
                    && failures.getLast().mishap.filter(ValueCheck::isFatal).isPresent()) {
                break;
            }
        }
        return result(failures).with(new Tally(tried - failures.size(), tried));
    }

    private CheckResult result(List<Failure> failures) {
        if (failures.isEmpty()) {
            return CheckResult.passed(this);
        }
        var smallest = failures.getFirst();
        for (var failure : failures) {
            if (failure.inputs.count() < smallest.inputs.count()) {
                smallest = failure;
            }
        }
        var known = mistake(failures);
        if (known.isEmpty() && smallest.mishap.isPresent()) {
            return CheckResult.threw(this, smallest.mishap.get(), Optional.of(smallest.shown));
        }
        return CheckResult.wrong(this, known.orElse(smallest.shown.difference()), smallest.shown);
    }

    private List<Inputs> cases() {
        var cases = new ArrayList<>(examples);
        drawn.ifPresent(draw -> {
            for (var i = 0; i < drawnCount; i++) {
                cases.add(draw.apply(new Draw(name.hashCode(), i)));
            }
        });
        return cases;
    }

    private Optional<Failure> failure(Inputs inputs) {
        var expected = Shown.of(specified(inputs));
        var handed = inputs.copy();
        Shown got;
        try {
            got = Shown.of(learner.to(handed));
        } catch (Throwable thrown) {
            var mishap = Mishap.of(thrown);
            var shown =
                    new FailingCase(
                            inputs.shown(),
                            expected,
                            new Shown.Nothing(thrown.getClass().getSimpleName()),
                            mishap.message(),
                            Optional.empty());
            return Optional.of(new Failure(inputs, shown, Optional.of(mishap)));
        }
        return Difference.between(expected, got, tolerance)
                .or(() -> changed(inputs, handed))
                .map(difference ->
                        new Failure(
                                inputs,
                                new FailingCase(
                                        inputs.shown(),
                                        expected,
                                        got,
                                        difference.text(),
                                        difference.place()),
                                Optional.empty()));
    }

    /// A method that writes into what it was given surprises whoever calls it next.
    private static Optional<Difference> changed(Inputs before, Inputs after) {
        var was = before.shown();
        var is = after.shown();
        for (var i = 0; i < was.size(); i++) {
            if (!was.get(i).equals(is.get(i))) {
                var name = was.get(i).name();
                return Optional.of(
                        new Difference(
                                Words.say(
                                        "difference.changed",
                                        name,
                                        was.get(i).value(),
                                        is.get(i).value()),
                                Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> mistake(List<Failure> failures) {
        return mistakes.stream()
                .filter(_ -> failures.stream().anyMatch(failure -> failure.mishap.isEmpty()))
                .filter(mistake -> failures.stream().allMatch(failure -> agrees(mistake, failure)))
                .map(Mistake::message)
                .findFirst();
    }

    /// Whether the mistake does what the learner's program does; one that throws everywhere tells nothing.
    private boolean agrees(Mistake mistake, Failure failure) {
        try {
            var theirs = Shown.of(mistake.answer.to(failure.inputs.copy()));
            return failure.mishap.isEmpty()
                    && Difference.between(theirs, failure.shown.got(), tolerance).isEmpty();
        } catch (Exception _) {
            // where the mistake cannot even be made, the learner's program has failed too
            return failure.mishap.isPresent();
        }
    }

    private Object specified(Inputs inputs) {
        try {
            var answer = specification.to(inputs.copy());
            if (answer == null) {
                throw new IllegalStateException(
                        "the specification of '%s' gives null".formatted(name));
            }
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException("the specification of '%s' fails".formatted(name), e);
        }
    }

    private static boolean isFatal(Mishap mishap) {
        return mishap.verdict() != Verdict.THREW;
    }
}
