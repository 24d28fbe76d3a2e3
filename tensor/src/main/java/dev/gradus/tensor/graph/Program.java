package dev.gradus.tensor.graph;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.backend.Buffer;

/// A compiled graph: takes the values of its leaves and fills its outputs, as often as wanted.
sealed interface Program permits KernelProgram, InterpretedProgram {
    /// Computes all outputs.
    ///
    /// @throws dev.gradus.tensor.ComputationInterruptedException if the thread is interrupted; outputs are then incomplete
    void run(Buffer[] leaves, Buffer[] outputs);

    /// Returns the program of `structure` on `device`.
    static Program compile(Structure structure, Device device, boolean fuse) {
        var graph = Graph.of(structure);
        return device.backend()
                .<Program>map(backend -> new KernelProgram(optimise(graph), backend, fuse))
                .orElseGet(() -> new InterpretedProgram(graph));
    }

    private static Graph optimise(Graph graph) {
        return Simplify.simplify(Sums.rewrite(Pooling.rewrite(Simplify.simplify(graph))));
    }
}
