package dev.gradus.tensor.graph;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which operations share a kernel.
///
/// Elementwise operations of one shape join the group of the operations that use them, if all of those
/// are in one group: then their result never needs to be in memory. A group may end in a reduction,
/// and may begin at a contraction (matrix product or convolution) whose result only it uses.
final class Grouping {
    /// More steps than this in one kernel would not leave their registers in the first-level cache.
    private static final int MOST_MEMBERS = 48;

    /// Operations that become one kernel.
    static final class Group {
        final Node root;
        final Shape space;
        final List<Node> members = new ArrayList<>();
        @Nullable Node contraction;

        Group(Node root, Shape space) {
            this.root = root;
            this.space = space;
        }

        boolean isReduction() {
            return root.op instanceof Reduce;
        }
    }

    private final List<List<Node>> consumers;
    private final @Nullable Group[] groups;
    private final Set<Node> attached = new HashSet<>();

    /// Groups `graph`. What is in `stored` must end up in memory. Without `fuse` every operation is a
    /// group of its own.
    Grouping(Graph graph, Set<Node> stored, boolean fuse) {
        groups = new @Nullable Group[graph.nodes().size()];
        consumers = graph.consumers();
        for (var i = graph.nodes().size() - 1; i >= 0; i--) {
            var node = graph.nodes().get(i);
            if (node.op instanceof Reduce) {
                groups[i] = new Group(node, node.input(0).shape);
            } else if (isElementwise(node)) {
                var group = fuse ? joinable(node, stored.contains(node)) : null;
                if (group == null) {
                    group = new Group(node, node.shape);
                }
                group.members.add(node);
                groups[i] = group;
            }
        }
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

    /// Returns the group of an elementwise operation or a reduction.
    Group of(Node node) {
        var group = groups[node.index];
        if (group == null) {
            throw new IllegalStateException(node + " belongs to no group");
        }
        return group;
    }

    /// Returns whether the contraction is computed at the start of the group that uses it.
    boolean isAttached(Node contraction) {
        return attached.contains(contraction);
    }

    private @Nullable Group joinable(Node node, boolean stored) {
        var group = commonGroup(node);
        return group != null
                        && group.space.equals(node.shape)
                        && !(stored && group.isReduction())
                        && group.members.size() < MOST_MEMBERS
                ? group
                : null;
    }

    private @Nullable Group commonGroup(Node node) {
        Group common = null;
        for (var consumer : consumers.get(node.index)) {
            var group = consumer.op instanceof Source.Random ? null : groups[consumer.index];
            if (group == null || common != null && common != group) {
                return null;
            }
            common = group;
        }
        return common;
    }

    private void attach(Node node) {
        if (!(node.op instanceof Contract) || node.op instanceof Contract.ConvolveWeight) {
            return;
        }
        var group = commonGroup(node);
        if (group != null
                && !group.isReduction()
                && group.space.equals(node.shape)
                && node.type.isFloating()) {
            if (group.contraction != null) {
                attached.remove(group.contraction);
            }
            group.contraction = node;
            attached.add(node);
        }
    }
}
