package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes a graph smaller without changing what it means: neutral operations disappear, movements that
/// follow each other become one, equal computations are done once, and what nobody needs is dropped.
///
/// No rule changes a result by more than rounding, and none is applied where it would hide a
/// not-a-number: `x × 0` stays.
final class Simplify {
    private final Graph.Builder builder = new Graph.Builder();
    private final Map<Key, Node> known = new HashMap<>();

    private record Key(Op op, List<Node> inputs, Shape shape, DType type) {}

    private Simplify() {}

    /// Returns whether some rule looks for this number.
    static boolean knows(double value) {
        return value == 0 || value == 1 || value == -1 || value == 2;
    }

    static Graph simplify(Graph graph) {
        var simplify = new Simplify();
        var needed = needed(graph);
        var replaced = new Node[graph.nodes().size()];
        for (var node : graph.nodes()) {
            // leaves stay even when nobody needs them, so that their slots keep their numbers
            if (needed[node.index] || node.isLeaf()) {
                var inputs = new ArrayList<Node>();
                for (var input : node.inputs) {
                    inputs.add(replaced[input.index]);
                }
                replaced[node.index] = simplify.node(node.op, inputs, node.shape, node.type);
            }
        }
        var outputs = new ArrayList<Node>();
        for (var output : graph.outputs()) {
            outputs.add(replaced[output.index]);
        }
        return dropUnused(new Graph(simplify.builder.nodes, outputs));
    }

    private static boolean[] needed(Graph graph) {
        var needed = new boolean[graph.nodes().size()];
        for (var output : graph.outputs()) {
            needed[output.index] = true;
        }
        for (var i = needed.length - 1; i >= 0; i--) {
            if (needed[i]) {
                for (var input : graph.nodes().get(i).inputs) {
                    needed[input.index] = true;
                }
            }
        }
        return needed;
    }

    private static Graph dropUnused(Graph graph) {
        var needed = needed(graph);
        var builder = new Graph.Builder();
        var replaced = new Node[needed.length];
        for (var node : graph.nodes()) {
            if (needed[node.index] || node.isLeaf()) {
                var inputs = new ArrayList<Node>();
                for (var input : node.inputs) {
                    inputs.add(replaced[input.index]);
                }
                replaced[node.index] = builder.add(node.op, inputs, node.shape, node.type);
            }
        }
        return new Graph(
                builder.nodes, graph.outputs().stream().map(node -> replaced[node.index]).toList());
    }

    private Node node(Op op, List<Node> in, Shape shape, DType type) {
        if (isNothing(op, in)) {
            var nothing = add(new Source.Nothing(), List.of(), Shape.SCALAR, type);
            return shape.rank() == 0
                    ? nothing
                    : add(new Move.Expand(shape), List.of(nothing), shape, type);
        }
        return switch (op) {
            case Binary binary -> binary(binary, in, shape, type);
            case Unary unary when undoesItself(unary) && in.getFirst().op == unary ->
                    in.getFirst().input(0);
            case Select _ when in.get(1) == in.get(2) -> in.get(1);
            case Cast _ when in.getFirst().type == type -> in.getFirst();
            // a constant is cast before it is repeated, so that it stays one number
            case Cast _ when in.getFirst().op instanceof Move.Expand ->
                    add(
                            in.getFirst().op,
                            List.of(
                                    node(
                                            op,
                                            in.getFirst().inputs,
                                            in.getFirst().input(0).shape,
                                            type)),
                            shape,
                            type);
            case Cast _
                    when in.getFirst().op instanceof Source.Literal literal
                            && fits(literal.value(), type) ->
                    add(
                            new Source.Literal(
                                    type == DType.BOOL && literal.value() != 0
                                            ? 1
                                            : literal.value()),
                            List.of(),
                            shape,
                            type);
            case Move move -> move(move, in, shape, type);
            case Reduce reduce when reduce.kind() == Reduce.Kind.SUM ->
                    sum(reduce, in, shape, type);
            default -> add(op, in, shape, type);
        };
    }

    /// Returns whether an operation makes nothing out of nothing, as all do through which gradients flow.
    private static boolean isNothing(Op op, List<Node> in) {
        return switch (op) {
            case Unary.NEGATE -> isNothing(in.getFirst());
            case Binary.MULTIPLY -> isNothing(in.get(0)) || isNothing(in.get(1));
            case Binary.DIVIDE -> isNothing(in.get(0));
            case Binary.ADD, Binary.SUBTRACT -> isNothing(in.get(0)) && isNothing(in.get(1));
            case Reduce(var kind, _) -> kind == Reduce.Kind.SUM && isNothing(in.getFirst());
            case Move.Pad pad -> pad.value() == 0 && isNothing(in.getFirst());
            case Move.Concatenate _ -> in.stream().allMatch(Simplify::isNothing);
            case Move _, Cast _ -> isNothing(in.getFirst());
            case Select _ -> isNothing(in.get(1)) && isNothing(in.get(2));
            case Contract _ -> isNothing(in.get(0)) || isNothing(in.get(1));
            default -> false;
        };
    }

    private static boolean isNothing(Node node) {
        return node.op instanceof Source.Nothing
                || node.op instanceof Move.Expand && isNothing(node.input(0));
    }

    /// `Σ a b` is `b Σ a` where `b` is the same for all that is summed up, and `Σ -a` is `-Σ a`: the sum may
    /// then be one that is needed anyway. A sum of nothing stays 0, even where `b` is infinite.
    private Node sum(Reduce sum, List<Node> in, Shape shape, DType type) {
        var x = in.getFirst();
        if (!type.isFloating() || x.shape.count() == 0) {
            return add(sum, in, shape, type);
        }
        if (x.op == Unary.NEGATE) {
            return node(Unary.NEGATE, List.of(node(sum, x.inputs, shape, type)), shape, type);
        }
        if (x.op == Binary.MULTIPLY || x.op == Binary.DIVIDE) {
            var right = unrepeated(x.input(1), sum, shape);
            if (right.isPresent()) {
                return node(
                        x.op,
                        List.of(node(sum, List.of(x.input(0)), shape, type), right.get()),
                        shape,
                        type);
            }
            var left =
                    x.op == Binary.MULTIPLY
                            ? unrepeated(x.input(0), sum, shape)
                            : Optional.<Node>empty();
            if (left.isPresent()) {
                return node(
                        x.op,
                        List.of(node(sum, List.of(x.input(1)), shape, type), left.get()),
                        shape,
                        type);
            }
        }
        if (x.op == Binary.ADD) {
            for (var i = 0; i < 2; i++) {
                var nothing = sumOfCentred(x.input(i), sum, shape);
                if (nothing.isPresent()) {
                    var rest = node(sum, List.of(x.input(1 - i)), shape, type);
                    return node(Binary.ADD, List.of(rest, nothing.get()), shape, type);
                }
            }
        }
        return sumOfCentred(x, sum, shape).orElseGet(() -> add(sum, in, shape, type));
    }

    /// `Σ (x - mean)` is 0, or not a number where the mean is none; so is a multiple of it, and it adds
    /// nothing to a sum. Gradients of normalisation are full of it, because a variance does not change
    /// when all numbers grow alike.
    private Optional<Node> sumOfCentred(Node x, Reduce sum, Shape shape) {
        if (x.op == Unary.NEGATE) {
            return sumOfCentred(x.input(0), sum, shape);
        }
        if (x.op == Binary.ADD) {
            var left = sumOfCentred(x.input(0), sum, shape);
            return left.isPresent() && sumOfCentred(x.input(1), sum, shape).isPresent()
                    ? left
                    : Optional.empty();
        }
        if (x.op == Binary.MULTIPLY || x.op == Binary.DIVIDE) {
            if (unrepeated(x.input(1), sum, shape).isPresent()) {
                return sumOfCentred(x.input(0), sum, shape);
            }
            return x.op == Binary.MULTIPLY && unrepeated(x.input(0), sum, shape).isPresent()
                    ? sumOfCentred(x.input(1), sum, shape)
                    : Optional.empty();
        }
        return meanTakenFrom(x, sum)
                .map(mean -> node(Binary.SUBTRACT, List.of(mean, mean), shape, x.type));
    }

    /// Returns the mean along the axes of `sum`, in the shape of its result, if `x` is numbers minus their
    /// mean.
    private static Optional<Node> meanTakenFrom(Node x, Reduce sum) {
        if (x.op != Binary.SUBTRACT || !(x.input(1).op instanceof Move.Expand)) {
            return Optional.empty();
        }
        var mean = x.input(1).input(0);
        return mean.op == Binary.DIVIDE
                        && mean.input(0).op.equals(sum)
                        && mean.input(0).input(0) == x.input(0)
                        && isCount(mean.input(1))
                ? Optional.of(mean)
                : Optional.empty();
    }

    private static boolean isCount(Node node) {
        return switch (node.op) {
            case Source.Count _ -> true;
            case Move.Expand _, Move.Reshape _ -> isCount(node.input(0));
            default -> false;
        };
    }

    /// Returns what `node` repeats along all axes of the sum, in the shape of its result.
    private Optional<Node> unrepeated(Node node, Reduce sum, Shape result) {
        if (!(node.op instanceof Move.Expand) || node.input(0).shape.rank() > node.shape.rank()) {
            return Optional.empty();
        }
        var from = node.input(0);
        var missing = node.shape.rank() - from.shape.rank();
        for (var i = 0; i < sum.axes().size(); i++) {
            var axis = sum.axes().get(i) - missing;
            if (axis >= 0 && from.shape.size(axis) != 1) {
                return Optional.empty();
            }
        }
        return Optional.of(node(new Move.Expand(result), List.of(from), result, node.type));
    }

    private static boolean undoesItself(Unary unary) {
        return unary == Unary.NEGATE || unary == Unary.NOT;
    }

    private static boolean fits(double value, DType type) {
        return value >= 0 || type != DType.UINT8;
    }

    private Node add(Op op, List<Node> in, Shape shape, DType type) {
        if (op instanceof Source.Input) {
            return builder.add(op, in, shape, type);
        }
        return known.computeIfAbsent(
                new Key(op, in, shape, type), key -> builder.add(op, in, shape, type));
    }

    private Node binary(Binary binary, List<Node> in, Shape shape, DType type) {
        var a = in.get(0);
        var b = in.get(1);
        var left = constant(a);
        var right = constant(b);
        var same =
                switch (binary) {
                    case ADD -> is(right, 0) ? a : is(left, 0) ? b : null;
                    case SUBTRACT -> is(right, 0) ? a : null;
                    case MULTIPLY -> is(right, 1) ? a : is(left, 1) ? b : null;
                    case DIVIDE, POWER -> is(right, 1) ? a : null;
                    case MAX, MIN -> a == b ? a : null;
                    case AND, OR -> a == b ? a : null;
                    case MODULO, LESS, EQUAL -> null;
                };
        if (same != null) {
            return same;
        }
        if (binary == Binary.POWER && is(right, 2)) {
            return node(Binary.MULTIPLY, List.of(a, a), shape, type);
        }
        if (binary == Binary.MULTIPLY && is(right, -1)) {
            return node(Unary.NEGATE, List.of(a), shape, type);
        }
        if (binary == Binary.MULTIPLY && is(left, -1)) {
            return node(Unary.NEGATE, List.of(b), shape, type);
        }
        if (binary == Binary.ADD && b.op == Unary.NEGATE) {
            return node(Binary.SUBTRACT, List.of(a, b.input(0)), shape, type);
        }
        if (binary == Binary.ADD && a.op == Unary.NEGATE) {
            return node(Binary.SUBTRACT, List.of(b, a.input(0)), shape, type);
        }
        if (binary == Binary.SUBTRACT && b.op == Unary.NEGATE) {
            return node(Binary.ADD, List.of(a, b.input(0)), shape, type);
        }
        return add(binary, in, shape, type);
    }

    private static boolean is(OptionalDouble constant, double value) {
        return constant.isPresent() && constant.getAsDouble() == value;
    }

    private static OptionalDouble constant(Node node) {
        return switch (node.op) {
            case Source.Literal(double value) -> OptionalDouble.of(value);
            case Source.Count(int count) -> OptionalDouble.of(count);
            case Source.Nothing _ -> OptionalDouble.of(0);
            case Move.Expand _, Move.Reshape _, Move.Permute _ -> constant(node.input(0));
            default -> OptionalDouble.empty();
        };
    }

    private Node move(Move move, List<Node> in, Shape shape, DType type) {
        var x = in.getFirst();
        if (in.size() == 1 && x.shape.equals(shape) && isNeutral(move)) {
            return x;
        }
        return switch (move) {
            case Move.Reshape _ when x.op instanceof Move.Reshape ->
                    node(move, x.inputs, shape, type);
            case Move.Expand _ when x.op instanceof Move.Expand ->
                    node(move, x.inputs, shape, type);
            case Move.Permute(var second) when x.op instanceof Move.Permute(var first) -> {
                var order = new int[second.size()];
                for (var i = 0; i < order.length; i++) {
                    order[i] = first.get(second.get(i));
                }
                yield node(new Move.Permute(Ints.of(order)), x.inputs, shape, type);
            }
            case Move.Flip(var second)
                    when x.op instanceof Move.Flip(var first) && first.equals(second) ->
                    x.input(0);
            default -> add(move, in, shape, type);
        };
    }

    private static boolean isNeutral(Move move) {
        return switch (move) {
            case Move.Reshape _, Move.Expand _, Move.Slice _, Move.Pad _, Move.Concatenate _ ->
                    true;
            case Move.Flip(var axes) -> axes.size() == 0;
            case Move.After _ -> false;
            case Move.Permute(var order) -> {
                var sorted = true;
                for (var i = 0; i < order.size(); i++) {
                    sorted &= order.get(i) == i;
                }
                yield sorted;
            }
        };
    }
}
