package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rewrites long sums, which gradients are full of, into fewer and larger operations.
///
/// - Tensors cut into pieces get their gradient as a sum of pieces with zeros around them. Pieces that
///   do not overlap are joined end to end instead: for 64 steps of a recurrent network that is one
///   write of each number instead of 64.
/// - A weight used many times gets its gradient as a sum of matrix products. They become one product of
///   all left sides by all right sides: `Σ aᵢ bᵢ = [a₁ a₂ ...] [b₁; b₂; ...]`, which passes over the
///   result once.
///
/// The order of additions changes, so results change by rounding, always in the same way.
final class Sums {
    private static final Move.Permute TRANSPOSE = new Move.Permute(Ints.of(1, 0));

    private final Graph graph;
    private final boolean products;
    private final List<List<Node>> consumers;
    private final Set<Node> outputs;
    private final Graph.Builder builder = new Graph.Builder();
    private final @Nullable Node[] replaced;

    /// For each part of a join along the first axis the joins it stands in.
    private final Map<Node, List<Node>> joins = new HashMap<>();

    private Sums(Graph graph, boolean products) {
        this.graph = graph;
        this.products = products;
        this.consumers = graph.consumers();
        this.outputs = new HashSet<>(graph.outputs());
        this.replaced = new @Nullable Node[graph.nodes().size()];
        for (var node : graph.nodes()) {
            if (isJoin(node)) {
                for (var part : node.inputs) {
                    joins.computeIfAbsent(part, _ -> new ArrayList<>()).add(node);
                }
            }
        }
    }

    /// Returns `graph` with its sums rewritten: pieces first, so that products find them joined.
    static Graph rewrite(Graph graph) {
        return new Sums(new Sums(graph, false).run(), true).run();
    }

    private Graph run() {
        graph.nodes().forEach(this::build);
        return new Graph(builder.nodes, graph.outputs().stream().map(this::get).toList());
    }

    private Node get(Node old) {
        var node = replaced[old.index];
        return node == null ? build(old) : node;
    }

    private Node build(Node old) {
        var done = replaced[old.index];
        if (done != null) {
            return done;
        }
        var built = isRoot(old) ? sum(old) : isJoin(old) ? join(old) : copy(old);
        replaced[old.index] = built;
        return built;
    }

    private Node copy(Node old) {
        return builder.add(
                old.op, old.inputs.stream().map(this::get).toList(), old.shape, old.type);
    }

    private Node add(Op op, Shape shape, DType type, Node... inputs) {
        return builder.add(op, List.of(inputs), shape, type);
    }

    // ---- sums

    private static boolean isSum(Node node) {
        return node.op == Binary.ADD && node.type.isFloating();
    }

    /// A sum that is no part of a larger one.
    private boolean isRoot(Node node) {
        return isSum(node) && !isInner(node);
    }

    private boolean isInner(Node node) {
        var users = consumers.get(node.index);
        return isSum(node)
                && users.size() == 1
                && isSum(users.getFirst())
                && !outputs.contains(node);
    }

    private Node sum(Node root) {
        var terms = terms(root);
        var groups = new LinkedHashMap<Object, List<Node>>();
        for (var term : terms) {
            groups.computeIfAbsent(
                            products ? productKey(term) : pieceKey(term), _ -> new ArrayList<>())
                    .add(term);
        }
        if (groups.size() == terms.size()) {
            return copy(root);
        }
        Node sum = null;
        for (var group : groups.values()) {
            var value = rewritten(group, root);
            sum = sum == null ? value : add(Binary.ADD, root.shape, root.type, sum, value);
        }
        return Objects.requireNonNull(sum);
    }

    /// Returns what is added up, from left to right.
    private List<Node> terms(Node root) {
        var terms = new ArrayList<Node>();
        var stack = new ArrayDeque<Node>();
        stack.push(root);
        while (!stack.isEmpty()) {
            var node = stack.pop();
            if (node == root || isInner(node)) {
                stack.push(node.input(1));
                stack.push(node.input(0));
            } else {
                terms.add(node);
            }
        }
        return terms;
    }

    private Node rewritten(List<Node> group, Node root) {
        if (group.size() > 1) {
            return products ? product(group, root) : pieces(group);
        }
        return get(group.getFirst());
    }

    // ---- pieces with zeros around them

    /// What pieces have in common that may be joined: the axis along which zeros surround them.
    /// Anything else is alone, even where one number is added twice.
    private static Object pieceKey(Node term) {
        if (term.op instanceof Move.Pad(var low, var high, double value) && value == 0) {
            var padded = 0;
            var found = false;
            for (var axis = 0; axis < low.size(); axis++) {
                if (low.get(axis) != 0 || high.get(axis) != 0) {
                    if (found) {
                        return new Object();
                    }
                    padded = axis;
                    found = true;
                }
            }
            return padded;
        }
        return new Object();
    }

    private Node pieces(List<Node> group) {
        var axis = (Integer) pieceKey(group.getFirst());
        var sorted = new ArrayList<>(group);
        sorted.sort(Comparator.comparingInt(piece -> low(piece, axis)));
        var first = sorted.getFirst();
        var parts = new ArrayList<Node>();
        var end = 0;
        for (var piece : sorted) {
            var start = low(piece, axis);
            if (start < end) {
                return oneByOne(group);
            }
            if (start > end) {
                parts.add(zeros(first, axis, start - end));
            }
            parts.add(get(piece.input(0)));
            end = start + piece.input(0).shape.size(axis);
        }
        if (end < first.shape.size(axis)) {
            parts.add(zeros(first, axis, first.shape.size(axis) - end));
        }
        return concatenate(axis, parts);
    }

    private static int low(Node piece, int axis) {
        return ((Move.Pad) piece.op).low().get(axis);
    }

    private Node zeros(Node like, int axis, int size) {
        var literal = add(new Source.Literal(0), Shape.SCALAR, like.type);
        var shape = like.shape.with(axis, size);
        return add(new Move.Expand(shape), shape, like.type, literal);
    }

    private Node oneByOne(List<Node> group) {
        var sum = get(group.getFirst());
        for (var term : group.subList(1, group.size())) {
            sum = add(Binary.ADD, term.shape, term.type, sum, get(term));
        }
        return sum;
    }

    // ---- matrix products

    /// What products have in common that may become one; anything else is alone.
    ///
    /// The gradient of a weight has its left side turned: `x^T up`.
    private Object productKey(Node term) {
        var users = consumers.get(term.index);
        return term.op instanceof Contract.MatMul
                        && term.input(0).op.equals(TRANSPOSE)
                        && users.size() == 1
                        && !outputs.contains(term)
                        && !isConstant(term.input(0))
                        && isWorthJoining(term)
                ? term.shape
                : new Object();
    }

    /// Joining copies both sides once at most; adding up passes over the result once more.
    private static boolean isWorthJoining(Node product) {
        long depth = product.input(0).shape.size(1);
        return depth * (product.shape.size(0) + product.shape.size(1)) < product.shape.count();
    }

    private static boolean isConstant(Node node) {
        var at = node;
        while (at.op instanceof Move && at.inputs.size() == 1) {
            at = at.input(0);
        }
        return at.op instanceof Source.Literal;
    }

    private Node product(List<Node> group, Node root) {
        var lefts = group.stream().map(product -> product.input(0).input(0)).toList();
        var rights = group.stream().map(product -> product.input(1)).toList();
        // gradients are added from the last use to the first
        var backwards =
                existing(lefts.reversed(), root).isPresent()
                        || existing(rights.reversed(), root).isPresent();
        var left = side(backwards ? lefts.reversed() : lefts, root);
        var right = side(backwards ? rights.reversed() : rights, root);
        var turned =
                add(TRANSPOSE, Shape.of(left.shape.size(1), left.shape.size(0)), left.type, left);
        return add(new Contract.MatMul(), root.shape, root.type, turned, right);
    }

    /// Returns `parts` end to end: cut from where they stand so already, or joined.
    private Node side(List<Node> parts, Node root) {
        return existing(parts, root)
                .map(join -> cut(join, parts))
                .orElseGet(() -> concatenate(0, parts.stream().map(this::get).toList()));
    }

    /// Returns a join in which `parts` stand side by side and which can be built before `root`.
    private Optional<Node> existing(List<Node> parts, Node root) {
        return joins.getOrDefault(parts.getFirst(), List.of()).stream()
                .filter(join -> Collections.indexOfSubList(join.inputs, parts) >= 0)
                .filter(join -> join.inputs.stream().allMatch(part -> part.index < root.index))
                .findFirst();
    }

    private Node cut(Node join, List<Node> parts) {
        var whole = get(join);
        var first = Collections.indexOfSubList(join.inputs, parts);
        var start = rows(join.inputs.subList(0, first));
        var stop = start + rows(parts);
        var from = new int[whole.shape.rank()];
        var to = whole.shape.toArray();
        from[0] = start;
        to[0] = stop;
        var slice = new Move.Slice(Ints.of(from), Ints.of(to), Ints.repeat(1, from.length));
        return add(slice, whole.shape.with(0, stop - start), whole.type, whole);
    }

    private static int rows(List<Node> parts) {
        return parts.stream().mapToInt(part -> part.shape.size(0)).sum();
    }

    // ---- joins

    private static boolean isJoin(Node node) {
        return node.op instanceof Move.Concatenate(int axis) && axis == 0;
    }

    private Node join(Node old) {
        return concatenate(0, old.inputs.stream().map(this::get).toList());
    }

    /// Joins `parts`. Rows that were given an axis of their own to be stacked are joined as they were:
    /// so the same numbers are joined in one way only.
    private Node concatenate(int axis, List<Node> parts) {
        var first = parts.getFirst();
        if (axis == 0 && parts.stream().allMatch(Sums::isLifted)) {
            var rows = concatenate(0, parts.stream().map(part -> part.input(0)).toList());
            var shape = first.shape.with(0, parts.size());
            return add(new Move.Reshape(shape), shape, first.type, rows);
        }
        var size = parts.stream().mapToInt(part -> part.shape.size(axis)).sum();
        var shape = first.shape.with(axis, size);
        return builder.add(new Move.Concatenate(axis), parts, shape, first.type);
    }

    private static boolean isLifted(Node part) {
        return part.op instanceof Move.Reshape
                && part.input(0).shape.rank() > 0
                && part.input(0).shape.insert(0, 1).equals(part.shape);
    }
}
