package dev.gradus.studio.model;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What a sum weighs each number with that comes in. The engine says so itself: it is the gradient.
///
/// @param from what comes in
/// @param each for each of these, what each of its numbers is weighed with
/// @param constant what is there where nothing comes in
record Slopes(List<Tensor> from, List<float[]> each, double constant) {
    /// One number that counts.
    ///
    /// @param source in which of those that come in
    /// @param at where in it, in row-major order
    /// @param weight what it is weighed with
    record Counted(int source, int at, double weight) {}

    /// Returns what number `flat` of `end` weighs the numbers of `from` with; what else `end` is made of
    /// stays as it is.
    static Slopes of(Tensor end, List<Tensor> from, int flat) {
        return of(List.of(end), from, ends -> ends.getFirst(), flat);
    }

    /// Returns the same for what `operation` makes of the `ends`.
    static Slopes of(
            List<Tensor> ends,
            List<Tensor> from,
            Function<List<Tensor>, Tensor> operation,
            int flat) {
        var there = from.stream().map(Slopes::number).toList();
        var nothing = there.stream().map(it -> Tensor.zerosLike(it)).toList();
        var each = new ArrayList<float[]>();
        if (!from.isEmpty()) {
            var score = picked(operation.apply(again(ends, from, there)), flat);
            Gradients.of(score, there).forEach(it -> each.add(it.toFloats()));
        }
        var constant = picked(operation.apply(again(ends, from, nothing)), flat).item();
        return new Slopes(from, each, constant);
    }

    /// A number as a number of its own: what it was made of does not vary with it, and tokens can be weighed.
    private static Tensor number(Tensor x) {
        var type = x.type().isFloating() ? x.type() : DType.FLOAT32;
        return type == DType.FLOAT64
                ? Tensor.of(x.toDoubles(), x.shape().toArray())
                : Tensor.of(x.toFloats(), x.shape().toArray()).cast(type);
    }

    private static Tensor picked(Tensor x, int flat) {
        // where is told as data: the program for one number serves for all
        return x.reshape(-1).take(0, Tensor.of(new long[] {flat}, 1)).sum();
    }

    private static List<Tensor> again(List<Tensor> ends, List<Tensor> from, List<Tensor> instead) {
        var made = new HashMap<Tensor, Tensor>();
        for (var i = 0; i < from.size(); i++) {
            made.put(from.get(i), instead.get(i));
        }
        var known = Map.copyOf(made);
        return ends.stream().map(end -> again(end, known.keySet(), made)).toList();
    }

    /// Writes the same formula down with other numbers in it.
    private static Tensor again(Tensor node, java.util.Set<Tensor> from, Map<Tensor, Tensor> made) {
        var known = made.get(node);
        if (known != null) {
            return known;
        }
        var inputs = Formula.inputs(node);
        UnaryOperator<Tensor> copied = it -> again(it, from, made);
        var copies = inputs.stream().map(copied).toList();
        var changed = false;
        for (var i = 0; i < copies.size(); i++) {
            changed |= copies.get(i) != inputs.get(i);
        }
        var result = changed ? Tensor.record(node.op(), copies.toArray(Tensor[]::new)) : node;
        made.put(node, result);
        return result;
    }

    /// Returns the numbers that count, in their order.
    List<Counted> counted() {
        var all = new ArrayList<Counted>();
        for (var source = 0; source < each.size(); source++) {
            var slopes = each.get(source);
            for (var at = 0; at < slopes.length; at++) {
                if (slopes[at] != 0) {
                    all.add(new Counted(source, at, slopes[at]));
                }
            }
        }
        return all;
    }
}
