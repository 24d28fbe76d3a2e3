package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Source;
import java.util.List;

/// One operation of a graph that is being compiled.
final class Node {
    final int index;
    final Op op;
    final List<Node> inputs;
    final Shape shape;
    final DType type;

    /// Which leaf value this node stands for, or -1.
    final int leaf;

    Node(int index, Op op, List<Node> inputs, Shape shape, DType type, int leaf) {
        this.index = index;
        this.op = op;
        this.inputs = inputs;
        this.shape = shape;
        this.type = type;
        this.leaf = leaf;
    }

    boolean isLeaf() {
        return op instanceof Source.Input;
    }

    Node input(int i) {
        return inputs.get(i);
    }

    @Override
    public String toString() {
        return "%d %s %s %s".formatted(index, op, shape, type);
    }
}
