package dev.gradus.tensor.graph;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Moves work on the gradient of max pooling from the large side of the pool to the small one.
///
/// Max pooling sends each number of the gradient `up` of its result to one place of `y`, the one where
/// the largest number of the window stands. So
///
/// - what is sent to a place that has to be larger than a bound, as the gradient of `relu` demands,
///   may be compared before it is sent: the place holds the number that the pool gave. What compares
///   as true there compares as true here, also at equal numbers, at both zeros and at a number that is
///   none;
/// - a sum over all places is a sum over all windows. Only the order of the additions changes.
final class Pooling {
    private final Set<Node> outputs;
    private final List<List<Node>> consumers;
    private final Graph.Builder builder = new Graph.Builder();

    /// For each pooled tensor what the largest numbers of its windows are.
    private final Map<Pooled, Node> largest = new HashMap<>();

    private record Pooled(Node y, Window.Geometry geometry) {}

    private Pooling(Graph graph) {
        this.outputs = new HashSet<>(graph.outputs());
        this.consumers = graph.consumers();
    }

    static Graph rewrite(Graph graph) {
        var pooling = new Pooling(graph);
        var replaced = new Node[graph.nodes().size()];
        for (var node : graph.nodes()) {
            var inputs = node.inputs.stream().map(input -> replaced[input.index]).toList();
            replaced[node.index] = pooling.node(node, inputs);
        }
        return new Graph(
                pooling.builder.nodes,
                graph.outputs().stream().map(node -> replaced[node.index]).toList());
    }

    private Node node(Node old, List<Node> in) {
        return switch (old.op) {
            case Window.Pool(var kind, var geometry) when kind == Window.Kind.MAX -> {
                var pooled = builder.add(old.op, in, old.shape, old.type);
                largest.putIfAbsent(new Pooled(in.getFirst(), geometry), pooled);
                yield pooled;
            }
            case Select _ when isReadOnce(old.input(1)) && isZero(in.get(2)) ->
                    comparedBefore(in.get(0), in.get(1))
                            .orElseGet(() -> builder.add(old.op, in, old.shape, old.type));
            case Reduce sum
                    when sum.kind() == Reduce.Kind.SUM
                            && in.getFirst().op instanceof Window.MaxPoolGradient
                            && sumsWindows(sum, in.getFirst()) ->
                    builder.add(sum, List.of(in.getFirst().input(1)), old.shape, old.type);
            default -> builder.add(old.op, in, old.shape, old.type);
        };
    }

    /// A gradient that others read as well would have to be sent twice.
    private boolean isReadOnce(Node gradient) {
        return consumers.get(gradient.index).size() == 1 && !outputs.contains(gradient);
    }

    /// Zeros of the other sign stand at all places that nothing is sent to, so they do not count.
    private static boolean isZero(Node node) {
        return node.op instanceof Move.Expand
                && node.input(0).op instanceof Source.Literal(double value)
                && Double.compare(value, 0) == 0;
    }

    /// Returns the gradient that keeps only what is sent to where `mask` holds, if `mask` compares the
    /// pooled tensor with one number and what the pool gave is known.
    private Optional<Node> comparedBefore(Node mask, Node gradient) {
        if (mask.op != Binary.LESS
                || !(gradient.op instanceof Window.MaxPoolGradient(var geometry))) {
            return Optional.empty();
        }
        var y = gradient.input(0);
        var up = gradient.input(1);
        var pooled = largest.get(new Pooled(y, geometry));
        var bound = mask.input(0) == y ? mask.input(1) : mask.input(0);
        if (pooled == null || !mask.inputs.contains(y) || !isOneNumber(bound)) {
            return Optional.empty();
        }
        var masked = masked(mask, bound.input(0), pooled, up, mask.input(0) == y);
        return Optional.of(
                builder.add(gradient.op, List.of(y, masked), gradient.shape, gradient.type));
    }

    private Node masked(Node mask, Node bound, Node pooled, Node up, boolean below) {
        // layers behind see rows; the product that makes their gradient can compare it as well
        if (up.op instanceof Move.Reshape) {
            var rows = up.input(0);
            var reshape = new Move.Reshape(rows.shape);
            var pooledRows = builder.add(reshape, List.of(pooled), rows.shape, pooled.type);
            var maskedRows = masked(mask, bound, pooledRows, rows, below);
            return builder.add(up.op, List.of(maskedRows), up.shape, up.type);
        }
        var bounds = repeated(bound, up);
        var sides = below ? List.of(pooled, bounds) : List.of(bounds, pooled);
        var keeps = builder.add(Binary.LESS, sides, up.shape, mask.type);
        var zero = builder.add(new Source.Literal(0), List.of(), Shape.SCALAR, up.type);
        return builder.add(new Select(), List.of(keeps, up, repeated(zero, up)), up.shape, up.type);
    }

    private static boolean isOneNumber(Node node) {
        return node.op instanceof Move.Expand && node.input(0).shape.count() == 1;
    }

    private Node repeated(Node one, Node like) {
        var scalar =
                builder.add(new Move.Reshape(Shape.SCALAR), List.of(one), Shape.SCALAR, one.type);
        return builder.add(new Move.Expand(like.shape), List.of(scalar), like.shape, one.type);
    }

    /// Returns whether `sum` adds up all places of an image. Every window sees one of them, if there are
    /// any: the rules of shapes refuse wider padding.
    private static boolean sumsWindows(Reduce sum, Node gradient) {
        var places = gradient.shape;
        for (var axis = 1; axis < places.rank() - 1; axis++) {
            if (!sum.axes().contains(axis)) {
                return false;
            }
        }
        return places.count() > 0;
    }
}
