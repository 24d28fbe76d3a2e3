package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Op;
import java.util.Arrays;

/// What is the same from step to step: operations, shapes, types and how they are wired, but no values.
///
/// Programs are cached under it. Nodes are in an order in which inputs come first. The leaves among
/// them, all with the operation [dev.gradus.tensor.op.Source.Input], take their values from the leaf
/// slots in the order of appearance.
final class Structure {
    final Op[] ops;
    final Shape[] shapes;
    final DType[] types;

    /// For each node the number of its inputs, followed by their node numbers.
    final int[] wiring;

    final int[] outputs;
    private final int hash;

    Structure(Op[] ops, Shape[] shapes, DType[] types, int[] wiring, int[] outputs) {
        this.ops = ops;
        this.shapes = shapes;
        this.types = types;
        this.wiring = wiring;
        this.outputs = outputs;
        var mixed = Arrays.hashCode(wiring);
        for (var i = 0; i < ops.length; i++) {
            // enum constants hash by address, which would differ between runs but not within one
            mixed = 31 * (31 * mixed + ops[i].hashCode()) + shapes[i].hashCode();
        }
        this.hash = mixed;
    }

    int size() {
        return ops.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Structure structure
                && hash == structure.hash
                && Arrays.equals(wiring, structure.wiring)
                && Arrays.equals(outputs, structure.outputs)
                && Arrays.equals(ops, structure.ops)
                && Arrays.equals(types, structure.types)
                && Arrays.equals(shapes, structure.shapes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
