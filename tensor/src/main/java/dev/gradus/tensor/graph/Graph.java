package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Op;
import java.util.ArrayList;
import java.util.List;

/// Operations in an order in which inputs come first, and the ones whose results are wanted.
record Graph(List<Node> nodes, List<Node> outputs) {
    /// Returns the graph that a trace found.
    static Graph of(Structure structure) {
        var builder = new Builder();
        var all = new ArrayList<Node>();
        var wire = 0;
        for (var i = 0; i < structure.size(); i++) {
            var inputs = new ArrayList<Node>();
            for (var count = structure.wiring[wire++]; count > 0; count--) {
                inputs.add(all.get(structure.wiring[wire++]));
            }
            all.add(builder.add(structure.ops[i], inputs, structure.shapes[i], structure.types[i]));
        }
        var outputs = new ArrayList<Node>();
        for (var output : structure.outputs) {
            outputs.add(all.get(output));
        }
        return new Graph(builder.nodes, outputs);
    }

    /// Returns the number of leaves.
    int leafCount() {
        return (int) nodes.stream().filter(Node::isLeaf).count();
    }

    /// Returns for each node those that read it, once for each time they do.
    List<List<Node>> consumers() {
        var consumers = new ArrayList<List<Node>>();
        for (var node : nodes) {
            consumers.add(new ArrayList<>());
            for (var input : node.inputs) {
                consumers.get(input.index).add(node);
            }
        }
        return consumers;
    }

    /// Collects nodes and numbers them and the leaves among them.
    static final class Builder {
        final List<Node> nodes = new ArrayList<>();
        private int leaves;

        Node add(Op op, List<Node> inputs, Shape shape, DType type) {
            var leaf = op instanceof dev.gradus.tensor.op.Source.Input ? leaves++ : -1;
            var node = new Node(nodes.size(), op, List.copyOf(inputs), shape, type, leaf);
            nodes.add(node);
            return node;
        }
    }
}
