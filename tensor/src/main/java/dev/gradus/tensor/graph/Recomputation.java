package dev.gradus.tensor.graph;

import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import java.util.Collection;
import java.util.List;

/// Decides what several kernels compute each for themselves instead of reading it from memory.
///
/// A function of one large tensor costs as many reads as its result would, and saves the write. So
/// the activations of a network need not be kept for the gradient where their input is kept.
final class Recomputation {
    /// Additions that take as long as writing and reading a number that has left the cache.
    private static final int MOST_WORK = 14;

    /// Additions that all kernels together may spend on it.
    private static final int MOST_WORK_OF_ALL = 30;

    /// A tensor that is so many times smaller is read for nothing beside the large one.
    private static final int MUCH_SMALLER = 8;

    private final int[] work;

    Recomputation(int nodes) {
        work = new int[nodes];
    }

    /// Returns whether it is cheaper that each of `groups` computes `node`, and remembers it if so.
    boolean isCheaper(Node node, Collection<Group> groups, List<Node> consumers) {
        var following = consumers.stream().mapToInt(user -> work[user.index]).max().orElse(0);
        var total = following + work(node);
        var cheaper =
                total <= MOST_WORK
                        && total * groups.size() <= MOST_WORK_OF_ALL
                        && groups.stream().noneMatch(Group::isFull)
                        && groups.stream().allMatch(group -> group.spans(node))
                        && node.inputs.stream()
                                        .filter(input -> isLarge(input, node))
                                        .distinct()
                                        .count()
                                <= 1;
        if (cheaper) {
            work[node.index] = total;
        }
        return cheaper;
    }

    private static boolean isLarge(Node input, Node node) {
        return !(input.op instanceof Move.Expand
                && (long) input.input(0).shape.count() * MUCH_SMALLER <= node.shape.count());
    }

    /// Returns about how many additions an operation is worth.
    private static int work(Node node) {
        return switch (node.op) {
            case Unary unary ->
                    switch (unary) {
                        case NEGATE, NOT, FLOOR -> 1;
                        case SQRT, RECIPROCAL -> 3;
                        case EXP, LOG -> 5;
                        case TANH, SIGMOID, ERF, SIN -> 8;
                    };
            case Binary binary ->
                    switch (binary) {
                        case DIVIDE -> 3;
                        case POWER, MODULO -> 100;
                        default -> 1;
                    };
            case Source.Random _ -> 4;
            default -> 1;
        };
    }
}
