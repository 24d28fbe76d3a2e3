package dev.gradus.tensor;

import dev.gradus.tensor.op.Derivatives;
import dev.gradus.tensor.op.Marker;
import dev.gradus.tensor.op.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The same computation with other tensors in place of some: a loss as it would be with other weights.
///
/// ```java
/// var shifted = Substitution.in(loss, Map.of(weight, weight.add(0.1)));
/// ```
///
/// Only what depends on the replaced tensors is noted down again, everything else is shared, random
/// numbers among it: both see the same dropout. What a layer remembers, such as a running mean, follows
/// from the original alone.
public final class Substitution {
    private final Map<Tensor, Tensor> replaced = new HashMap<>();
    private final Set<Tensor> border = new LinkedHashSet<>();

    private Substitution(Map<? extends Tensor, ? extends Tensor> replacements) {
        replacements.forEach((from, to) -> {
            if (!from.shape().equals(to.shape()) || from.type() != to.type()) {
                throw new ShapeException(
                        "a tensor of %s %s cannot stand in for one of %s %s: shape and type must be the same"
                                .formatted(to.shape(), to.type(), from.shape(), from.type()));
            }
            replaced.put(from.current(), to.current());
        });
    }

    /// Returns `y` as it is when each key of `replacements` is replaced by its value.
    ///
    /// @throws ShapeException if shape or type of a replacement differ
    public static Tensor in(Tensor y, Map<? extends Tensor, ? extends Tensor> replacements) {
        return new Substitution(replacements).of(y.current());
    }

    /// Returns what a computation of `y` from `x` reads besides `x` and what follows from `x`: weights, or
    /// tensors that a function has taken along. Only those are meant that a gradient can reach.
    static List<Tensor> border(Tensor y, Tensor x) {
        var other = Tensor.record(new Move.After(), x, x);
        var substitution = new Substitution(Map.of(x, other));
        substitution.of(y.current());
        return List.copyOf(substitution.border);
    }

    /// Walks without recursion: a network may be deeper than Java's stack.
    private Tensor of(Tensor y) {
        var stack = new ArrayDeque<Tensor>();
        Map<Tensor, Integer> next = new HashMap<>();
        stack.push(y);
        while (!stack.isEmpty()) {
            var node = stack.peek();
            if (replaced.containsKey(node)) {
                stack.pop();
                continue;
            }
            var i = next.merge(node, 1, Integer::sum) - 1;
            if (i < inputs(node)) {
                stack.push(node.input(i));
            } else {
                stack.pop();
                replaced.put(node, rebuilt(node));
            }
        }
        return replacement(y);
    }

    private Tensor replacement(Tensor node) {
        return Objects.requireNonNull(replaced.get(node));
    }

    /// A note that a parameter is to change is left out of the copy: it would change twice.
    private static int inputs(Tensor node) {
        return node.op() instanceof Marker.Assign ? 1 : node.inputCount();
    }

    private Tensor rebuilt(Tensor node) {
        var inputs = new ArrayList<Tensor>();
        var depends = false;
        for (var i = 0; i < inputs(node); i++) {
            var input = replacement(node.input(i));
            depends |= !input.equals(node.input(i));
            inputs.add(input);
        }
        if (!depends) {
            return node;
        }
        for (var i = 0; i < inputs.size(); i++) {
            var shared = inputs.get(i);
            if (shared.equals(node.input(i))
                    && shared.type().isFloating()
                    && Derivatives.flows(node.op(), i)) {
                border.add(shared);
            }
        }
        return node.op() instanceof Marker.Assign
                ? inputs.getFirst()
                : Tensor.record(node.op(), inputs.toArray(Tensor[]::new));
    }
}
