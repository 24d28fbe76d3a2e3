package dev.gradus.tensor.graph;

import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Interpreter;

/// Runs a graph operation by operation as it was written, by the definition of each.
///
/// @param graph the graph, not simplified, so that it can check the simplification too
record InterpretedProgram(Graph graph) implements Program {
    @Override
    public void run(Buffer[] leaves, Buffer[] outputs) {
        run(leaves, outputs, false);
    }

    /// Runs the graph; if `exact`, every `float32` result is kept as `float64` on the way.
    void run(Buffer[] leaves, Buffer[] outputs, boolean exact) {
        var values = new Interpreter.Value[graph.nodes().size()];
        for (var node : graph.nodes()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ComputationInterruptedException();
            }
            var type = exact && node.type == DType.FLOAT32 ? DType.FLOAT64 : node.type;
            var numbers =
                    node.isLeaf()
                            ? leaves[node.leaf]
                            : Interpreter.evaluate(
                                    node.op,
                                    node.inputs.stream().map(input -> values[input.index]).toList(),
                                    node.shape,
                                    type);
            values[node.index] = new Interpreter.Value(numbers, node.shape);
        }
        for (var i = 0; i < outputs.length; i++) {
            var from = values[graph.outputs().get(i).index].numbers();
            if (from.type() == outputs[i].type()) {
                outputs[i].copyFrom(from);
            } else {
                for (var at = 0; at < outputs[i].size(); at++) {
                    outputs[i].set(at, from.getDouble(at));
                }
            }
        }
    }
}
