package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides which operations share a kernel. Memory is slow and arithmetic is cheap, so the aim is that
/// few numbers pass through memory.
///
/// Operations are visited from the last to the first. An elementwise operation, or a reduction along
/// the last axis whose result is spread over that axis again, joins
///
/// - the group that uses it, where there is one: its result is never stored;
/// - each of a few groups that use it, where it is a cheap function of one tensor that stands in memory
///   anyway ([Recomputation]): it is computed again rather than stored;
/// - else the first of the groups that use it, if no one needs it sooner: it is stored on the way.
///
/// What is left starts a group of its own. A group may end in a reduction, and may begin at a
/// contraction (matrix product or convolution), whose result is then used while it is in the cache.
final class Grouping {
    /// Said of what nobody outside of groups reads.
    private static final int NEVER = Integer.MAX_VALUE;

    /// Said of what is read when all kernels have run.
    private static final int END = NEVER - 1;

    private final boolean fuse;

    /// What is asked for.
    private final Set<Node> wanted;

    /// What is computed into an output: what is asked for, or what that is a view of.
    private final Set<Node> outputs;

    private final List<List<Node>> consumers;

    /// For each node the groups that compute it.
    private final List<Set<Group>> groups = new ArrayList<>();

    /// For each node when the first kernel runs that reads it from memory without being one of its
    /// groups.
    private final int[] neededAt;

    /// For each view when the first kernel runs that reads it.
    private final int[] readAt;

    private final Recomputation recomputation;
    private final Set<Node> attached = new HashSet<>();

    /// Groups `graph`. What is in `outputs` must end up in memory. Without `fuse` every operation is a
    /// group of its own.
    Grouping(Graph graph, Set<Node> outputs, boolean fuse) {
        this.fuse = fuse;
        this.wanted = new HashSet<>(graph.outputs());
        this.outputs = outputs;
        this.consumers = graph.consumers();
        this.neededAt = new int[graph.nodes().size()];
        this.readAt = new int[graph.nodes().size()];
        this.recomputation = new Recomputation(graph.nodes().size());
        graph.nodes().forEach(_ -> groups.add(Set.of()));
        graph.nodes().reversed().forEach(this::visit);
        if (fuse) {
            graph.nodes().forEach(this::attach);
        }
    }

    static boolean isElementwise(Node node) {
        return switch (node.op) {
            case Unary _, Binary _, Select _, Cast _, Source.Random _ -> true;
            default -> false;
        };
    }

    /// Returns the operations that read `node`.
    List<Node> consumers(Node node) {
        return consumers.get(node.index);
    }

    /// Returns the group that ends with `node`, if one does.
    Optional<Group> endingWith(Node node) {
        return groups.get(node.index).stream().filter(group -> group.root == node).findFirst();
    }

    /// Returns whether the contraction is computed at the start of a group that uses it.
    boolean isAttached(Node contraction) {
        return attached.contains(contraction);
    }

    /// Returns whether others than `group` read the result of its contraction.
    boolean isReadOutside(Node contraction, Group group) {
        return neededAt[contraction.index] != NEVER
                || users(contraction).stream().anyMatch(user -> user != group);
    }

    private void visit(Node node) {
        var users = users(node);
        neededAt[node.index] = neededAt(node);
        readAt[node.index] = isView(node) ? readAt(node) : neededAt[node.index];
        if (isElementwise(node) || isRowReduction(node)) {
            var joined = fuse ? choose(node, users) : Set.<Group>of();
            joined.forEach(group -> group.members.add(node));
            groups.set(node.index, joined.isEmpty() ? Set.of(alone(node)) : joined);
        } else if (node.op instanceof Reduce) {
            groups.set(node.index, Set.of(alone(node)));
        } else if (isSpread(node)) {
            users.forEach(group -> group.members.add(node));
            groups.set(node.index, users);
        }
    }

    /// Starts a group that ends with `node`. A reduction of short rows is a step like any other, any other
    /// reduction stands behind the steps.
    private Group alone(Node node) {
        var group = new Group(node, node.op instanceof Reduce ? node.input(0).shape : node.shape);
        if (!(node.op instanceof Reduce) || fuse && isRowReduction(node) && group.spansRows(node)) {
            group.members.add(node);
        }
        return group;
    }

    private Set<Group> choose(Node node, Set<Group> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        var stored = neededAt[node.index] != NEVER || outputs.contains(node);
        if (users.size() > 1 && !stored && recomputation.isCheaper(node, users, consumers(node))) {
            return users;
        }
        var first = users.stream().min(Comparator.comparingInt(group -> group.root.index)).get();
        stored |= users.size() > 1;
        if (first.isFull()
                || stored && first.isReduction()
                || neededAt[node.index] <= first.root.index) {
            return Set.of();
        }
        if (stored) {
            first.stored.add(node);
        }
        return Set.of(first);
    }

    // ---- who reads a node

    /// Returns the groups that can compute `node` themselves.
    private Set<Group> users(Node node) {
        var users = new LinkedHashSet<Group>();
        for (var consumer : consumers(node)) {
            for (var group : groups.get(consumer.index)) {
                if (canCompute(group, node, consumer)) {
                    users.add(group);
                }
            }
        }
        return users;
    }

    private static boolean canCompute(Group group, Node node, Node consumer) {
        if (consumer.op instanceof Source.Random
                || node.op instanceof Source.Random && group.isReduction()) {
            return false;
        }
        if (node.op instanceof Reduce && !node.input(0).shape.equals(group.space)) {
            return false;
        }
        if (node.op instanceof Reduce || !group.spans(node)) {
            // numbers of rows exist between the steps of a kernel, not at the door of a reduction
            return !group.isReduction()
                    && group.spansRows(node)
                    && !(node.op instanceof Source.Random);
        }
        return true;
    }

    /// Returns when the first kernel runs that reads `node` from memory, perhaps through a view, because
    /// it is none of those that can compute it.
    private int neededAt(Node node) {
        var first = wanted.contains(node) ? END : NEVER;
        for (var consumer : consumers(node)) {
            var computing = groups.get(consumer.index);
            if (isSpread(consumer)) {
                first = Math.min(first, neededAt[consumer.index]);
            } else if (isView(consumer)) {
                first = Math.min(first, readAt[consumer.index]);
            } else if (computing.isEmpty()) {
                first = Math.min(first, consumer.index);
            }
            for (var group : computing) {
                if (!canCompute(group, node, consumer)) {
                    first = Math.min(first, group.root.index);
                }
            }
        }
        return first;
    }

    /// Returns when the first kernel runs that reads through `view`.
    private int readAt(Node view) {
        var first = wanted.contains(view) ? END : NEVER;
        for (var consumer : consumers(view)) {
            var computing = groups.get(consumer.index);
            if (isView(consumer)) {
                first = Math.min(first, readAt[consumer.index]);
            } else if (computing.isEmpty()) {
                first = Math.min(first, consumer.index);
            }
            for (var group : computing) {
                first = Math.min(first, group.root.index);
            }
        }
        return first;
    }

    private static boolean isView(Node node) {
        return node.op instanceof Move
                && !(node.op instanceof Move.Pad || node.op instanceof Move.Concatenate);
    }

    /// A repetition of one number along each row.
    private static boolean isSpread(Node node) {
        return node.op instanceof Move.Expand
                && node.shape.rank() > 0
                && node.shape.size(-1) > 1
                && node.input(0).shape.equals(node.shape.with(node.shape.rank() - 1, 1));
    }

    /// A reduction along the last axis that kernels can do between two steps.
    private static boolean isRowReduction(Node node) {
        return node.op instanceof Reduce(var kind, var axes)
                && (kind == Reduce.Kind.SUM || kind == Reduce.Kind.MAX)
                && node.type == DType.FLOAT32
                && axes.size() == 1
                && axes.get(0) == node.shape.rank() - 1;
    }

    private void attach(Node node) {
        if (!(node.op instanceof Contract)
                || node.op instanceof Contract.ConvolveWeight
                || !node.type.isFloating()) {
            return;
        }
        users(node).stream()
                .min(Comparator.comparingInt(group -> group.root.index))
                .filter(group -> !group.isReduction() && group.spans(node))
                .filter(group -> neededAt[node.index] > group.root.index)
                .ifPresent(group -> {
                    if (group.contraction != null) {
                        attached.remove(group.contraction);
                    }
                    group.contraction = node;
                    attached.add(node);
                });
    }
}
