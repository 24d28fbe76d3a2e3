package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// C: counts what the learner's method does. Time is never measured: it differs from machine to machine.
public final class CostCheck implements Check {
    /// What is run and counted.
    @FunctionalInterface
    public interface Work {
        /// Runs the learner's method on things that count into `cost`.
        void run(Cost cost) throws Exception;
    }

    private record Bound(String what, ToLongFunction<Cost> counted, long most) {}

    private final String name;
    private final Work work;
    private final List<Bound> bounds = new ArrayList<>();

    private CostCheck(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /// Starts a check that counts while this runs.
    public static CostCheck of(String name, Work work) {
        return new CostCheck(name, work);
    }

    /// Allows so many reads.
    public CostCheck reads(long most) {
        bounds.add(new Bound(Words.say("cost.reads"), Cost::reads, most));
        return this;
    }

    /// Allows so many writes.
    public CostCheck writes(long most) {
        bounds.add(new Bound(Words.say("cost.writes"), Cost::writes, most));
        return this;
    }

    /// Allows so many operations of another kind.
    public CostCheck operations(long most) {
        bounds.add(new Bound(Words.say("cost.operations"), Cost::operations, most));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.COST;
    }

    @Override
    public CheckResult run() {
        if (bounds.isEmpty()) {
            throw new IllegalStateException(
                    "'%s' allows no count: nothing can fail".formatted(name));
        }
        var cost = new Cost();
        try {
            work.run(cost);
        } catch (Throwable thrown) {
            return CheckResult.threw(this, Mishap.of(thrown), Optional.empty());
        }
        var figures = new ArrayList<CheckResult.Figure>();
        var message = "";
        for (var bound : bounds) {
            var counted = bound.counted.applyAsLong(cost);
            figures.add(new CheckResult.Figure(bound.what, counted, counted <= bound.most));
            if (counted > bound.most && message.isEmpty()) {
                message = Words.say("cost.over", bound.what, counted, bound.most);
            }
        }
        return message.isEmpty()
                ? CheckResult.passed(this, "", figures)
                : CheckResult.wrong(this, message, figures);
    }
}
