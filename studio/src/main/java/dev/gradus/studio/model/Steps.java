package dev.gradus.studio.model;

import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.ArgSort;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.CumulativeSum;
import dev.gradus.tensor.op.Index;
import dev.gradus.tensor.op.Marker;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import dev.gradus.tensor.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// Accounts of the steps of a [Formula].
///
/// @param at the number that is accounted for
/// @param step the step that makes it
record Steps(Spot at, Formula.Step step) {
    /// Returns how a number came about that was made in one step of what the place is given.
    static Calculation account(Spot at, Formula.Step step) {
        var steps = new Steps(at, step);
        return step.isSum() ? steps.sum() : steps.operation(step.end().op());
    }

    private int source(Tensor from) {
        var inputs = at.place().inputs();
        for (var i = 0; i < inputs.size(); i++) {
            if (at.values().place(inputs.get(i)).output() == from) {
                return i;
            }
        }
        throw new IllegalStateException("what a step reads is not among the inputs of its place");
    }

    private List<Term> terms(Slopes slopes) {
        var terms = new ArrayList<Term>();
        for (var it : slopes.counted()) {
            terms.add(at.term(source(slopes.from().get(it.source())), it.at(), it.weight()));
        }
        return terms;
    }

    private Calculation sum() {
        var slopes = Slopes.of(step.end(), step.from(), at.flat());
        var terms = terms(slopes);
        var alone = slopes.constant() == 0;
        if (terms.isEmpty()) {
            return Calculation.of(Kind.GIVEN, terms, slopes.constant(), at.bend(), at.value());
        }
        var plain = terms.stream().allMatch(term -> term.weight() == 1);
        if (plain && alone && terms.size() == 1 && at.bend().isEmpty()) {
            return passed(terms.getFirst());
        }
        return at.sum(
                plain ? Kind.ADDED : Kind.WEIGHTED,
                terms,
                alone ? OptionalDouble.empty() : OptionalDouble.of(slopes.constant()));
    }

    private Calculation passed(Term term) {
        return Calculation.of(Kind.PASSED, List.of(term), term.input(), "", at.value());
    }

    private Calculation operation(Op op) {
        return switch (op) {
            case Unary unary -> bent(unary.name());
            case Cast _ -> bent("CAST");
            case Binary binary -> two(binary);
            case Select _ -> {
                var which = operand(0, at.flat());
                yield chosen(which, operand(which.input() != 0 ? 1 : 2, at.flat()));
            }
            case Reduce(var kind, var axes) -> reduced(kind, axes);
            case Contract _ -> weighed(0);
            case Window.Pool(var kind, var geometry) ->
                    among(
                            kind == Window.Kind.MAX ? Kind.LARGEST : Kind.OPERATED,
                            reached(x ->
                                    Tensor.record(new Window.Pool(Window.Kind.SUM, geometry), x)));
            case Window.MaxPoolGradient _ -> weighed(1);
            case Window.Spread _ -> weighed(0);
            case Index.Gather _ -> gathered();
            case Index.ScatterAdd _ -> weighed(1);
            case ArgSort(var axis, _, var count) -> among(Kind.OPERATED, row(axis, count));
            case CumulativeSum _ -> weighed(0);
            case Move _, Source _, Marker _ ->
                    throw new IllegalStateException(op + " bends nothing");
        };
    }

    private Calculation bent(String name) {
        var term = operand(0, at.flat());
        return Calculation.of(Kind.BENT, List.of(term), term.input(), name, at.value());
    }

    private Calculation chosen(Term which, Term taken) {
        return Calculation.of(Kind.CHOSEN, List.of(which, taken), taken.input(), "", at.value());
    }

    private Calculation two(Binary binary) {
        var terms = List.of(operand(0, at.flat()), operand(1, at.flat()));
        var kind =
                switch (binary) {
                    case ADD, SUBTRACT -> Kind.ADDED;
                    case MULTIPLY -> Kind.MULTIPLIED;
                    case DIVIDE -> Kind.DIVIDED;
                    case MAX -> Kind.LARGEST;
                    case MIN -> Kind.SMALLEST;
                    case POWER, MODULO, LESS, EQUAL, AND, OR -> Kind.OPERATED;
                };
        if (kind == Kind.ADDED) {
            var second = terms.getLast();
            var sign = binary == Binary.SUBTRACT ? -1 : 1;
            return at.sum(
                    kind,
                    List.of(
                            terms.getFirst(),
                            new Term(second.source(), second.from(), second.input(), sign)));
        }
        var name = kind == Kind.OPERATED ? binary.name() : "";
        var value = at.value();
        return Calculation.of(kind, terms, value, name, value);
    }

    private Calculation reduced(Reduce.Kind kind, Ints axes) {
        var terms = reached(x -> Tensor.record(new Reduce(Reduce.Kind.SUM, axes), x));
        return switch (kind) {
            case SUM -> at.sum(Kind.ADDED, terms);
            case MAX -> among(Kind.LARGEST, terms);
            case PRODUCT -> among(Kind.MULTIPLIED, terms);
            case ARGMAX -> among(Kind.OPERATED, terms);
        };
    }

    private Calculation among(Kind kind, List<Term> terms) {
        var name = kind == Kind.OPERATED ? "POSITION" : "";
        return Calculation.of(kind, terms, at.value(), name, at.value());
    }

    private List<Term> row(int axis, int count) {
        return reached(x -> {
            var sum = x.sumKeeping(x.shape().axes(axis));
            return sum.expand(x.shape().with(axis, count));
        });
    }

    /// Sums of products of two that both vary: one is weighed with what the other is now.
    private Calculation weighed(int which) {
        var varying = inputs().get(which);
        var from = Formula.reached(varying, step.from());
        var slopes =
                Slopes.of(
                        List.of(varying),
                        from,
                        ends -> {
                            var all = new ArrayList<>(inputs());
                            all.set(which, ends.getFirst());
                            return Tensor.record(step.end().op(), all.toArray(Tensor[]::new));
                        },
                        at.flat());
        return at.sum(Kind.WEIGHTED, terms(slopes));
    }

    private Calculation gathered() {
        var data = inputs().getFirst();
        var where = inputs().getLast();
        var from = Formula.reached(data, step.from());
        var slopes =
                Slopes.of(
                        List.of(data),
                        from,
                        ends -> Tensor.record(step.end().op(), ends.getFirst(), where),
                        at.flat());
        var terms = terms(slopes);
        return terms.size() == 1
                ? passed(terms.getFirst())
                : passed(new Term(-1, -1, at.value(), 1));
    }

    /// Returns the numbers that `sum` of the first input would add.
    private List<Term> reached(UnaryOperator<Tensor> sum) {
        var input = inputs().getFirst();
        var from = Formula.reached(input, step.from());
        return terms(
                Slopes.of(List.of(input), from, ends -> sum.apply(ends.getFirst()), at.flat()));
    }

    private List<Tensor> inputs() {
        return Formula.inputs(step.end());
    }

    /// Returns number `flat` of an input, which something else may have made and moved there.
    private Term operand(int which, int flat) {
        var node = inputs().get(which);
        var from = Formula.reached(node, step.from());
        if (!from.isEmpty()) {
            var terms = terms(Slopes.of(node, from, flat));
            if (terms.size() == 1) {
                return terms.getFirst();
            }
        }
        return new Term(-1, -1, node.toDoubles()[flat], 1);
    }
}
