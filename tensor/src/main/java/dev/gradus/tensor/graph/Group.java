package dev.gradus.tensor.graph;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Reduce;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Operations that become one kernel, over the elements of one shape.
final class Group {
    /// More steps than this in one kernel would not leave their registers in the first-level cache.
    private static final int MOST_MEMBERS = 48;

    /// A row longer than this is no longer reduced between two steps of a kernel.
    private static final int LONGEST_ROW = 1024;

    /// The last operation; the kernel runs when its turn comes.
    final Node root;

    final Shape space;

    /// What is computed, users before what they use.
    final List<Node> members = new ArrayList<>();

    /// Members besides the root that others read.
    final Set<Node> stored = new HashSet<>();

    /// The product or convolution whose result the kernel starts from.
    @Nullable Node contraction;

    Group(Node root, Shape space) {
        this.root = root;
        this.space = space;
    }

    /// Returns whether the members feed a reduction that stands behind them.
    boolean isReduction() {
        return root.op instanceof Reduce && !members.contains(root);
    }

    boolean isFull() {
        return members.size() >= MOST_MEMBERS;
    }

    /// Returns whether `node` holds a number for each element.
    boolean spans(Node node) {
        return node.shape.equals(space);
    }

    /// Returns whether `node` holds a number for each row along the last axis.
    boolean spansRows(Node node) {
        var rank = space.rank();
        return rank > 0
                && space.size(-1) > 1
                && space.size(-1) <= LONGEST_ROW
                && node.shape.rank() == rank
                && node.shape.equals(space.with(rank - 1, 1));
    }
}
