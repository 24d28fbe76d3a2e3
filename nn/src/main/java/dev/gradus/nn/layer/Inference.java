package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Marker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Takes the difference between training and inference out of an expression.
final class Inference {
    private final Map<Tensor, Tensor> done = new IdentityHashMap<>();

    private Inference() {}

    /// Returns `y` as it is computed from `x` outside of training, in training too: with the second
    /// way of each `byMode` and without assignments. What `x` itself is made of stays as it is.
    static Tensor of(Tensor y, Tensor x) {
        var inference = new Inference();
        inference.done.put(x, x);
        return inference.resolved(y);
    }

    /// The walk keeps its own stack: a network may be deeper than Java's.
    private Tensor resolved(Tensor y) {
        var stack = new ArrayList<Tensor>();
        stack.add(y);
        while (!stack.isEmpty()) {
            var node = stack.getLast();
            var open = inputs(node).stream().filter(input -> !done.containsKey(input)).toList();
            if (done.containsKey(node)) {
                stack.removeLast();
            } else if (open.isEmpty()) {
                done.put(node, rebuilt(node));
                stack.removeLast();
            } else {
                stack.addAll(open);
            }
        }
        return done.getOrDefault(y, y);
    }

    private static List<Tensor> inputs(Tensor node) {
        return switch (node.op()) {
            case Marker.ByMode _ -> List.of(node.input(1));
            case Marker.Assign _ -> List.of(node.input(0));
            default -> IntStream.range(0, node.inputCount()).mapToObj(node::input).toList();
        };
    }

    private Tensor rebuilt(Tensor node) {
        var before = inputs(node);
        var after = before.stream().map(input -> done.getOrDefault(input, input)).toList();
        return switch (node.op()) {
            case Marker.ByMode _ -> after.getFirst();
            case Marker.Assign _ -> after.getFirst();
            default ->
                    before.equals(after)
                            ? node
                            : Tensor.record(node.op(), after.toArray(Tensor[]::new));
        };
    }
}
