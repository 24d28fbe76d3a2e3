package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lets a rule explore for a few steps and then goes only part of the way it went, which evens out
/// its wandering (Zhang, Lucas, Hinton and Ba 2019): `lookAhead(adam(1e-3))`.
///
/// Slow weights begin as the weights `w` do. Every `steps` steps `slow += share × (w - slow)`, and
/// then
/// `w = slow`.
///
/// @param rule what explores
/// @param steps how many of its steps make one of the slow weights
/// @param share how much of the way the slow weights go, above 0 and at most 1
public record LookAhead(OptimizerSpec rule, int steps, double share) implements OptimizerSpec {
    /// Checks the numbers.
    public LookAhead {
        Require.positive("lookAhead's steps", steps);
        Require.above("lookAhead's share", share, 0);
        Require.atMost("lookAhead's share", share, 1);
    }

    /// Returns the usual rule: half of the way every 5 steps.
    public static LookAhead of(OptimizerSpec rule) {
        return new LookAhead(rule, 5, 0.5);
    }

    /// Returns this rule with another number of steps to explore.
    public LookAhead steps(int count) {
        return new LookAhead(rule, count, share);
    }

    /// Returns this rule with slow weights that go another part of the way.
    public LookAhead share(double part) {
        return new LookAhead(rule, steps, part);
    }

    @Override
    public double learningRate() {
        return rule.learningRate();
    }

    @Override
    public Clipping clipping() {
        return rule.clipping();
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        var all = new ArrayList<>(rule.memories(parameter));
        all.add(parameter);
        return all;
    }

    @Override
    public double[] rates(double rate, long step) {
        var inner = rule.rates(rate, step);
        var all = Arrays.copyOf(inner, inner.length + 1);
        all[inner.length] = step % steps == 0 ? 1 : 0;
        return all;
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var inner = memory.size() - 1;
        var fast =
                rule.change(
                        parameter,
                        gradient,
                        memory.subList(0, inner),
                        rates.subList(0, rates.size() - 1));
        var before = memory.get(inner);
        var moved = before.add(fast.parameter().sub(before).mul(share));
        var turn = rates.getLast().greater(0.5);
        var all = new ArrayList<>(fast.memory());
        all.add(turn.where(moved, before));
        return new Change(turn.where(moved, fast.parameter()), all);
    }

    @Override
    public String toString() {
        return Call.of("lookAhead")
                .with(rule)
                .then(steps != 5, "steps(" + steps + ")")
                .unless(share, 0.5, "share")
                .toString();
    }
}
