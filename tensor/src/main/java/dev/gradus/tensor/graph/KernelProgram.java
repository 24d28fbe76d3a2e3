package dev.gradus.tensor.graph;

import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/// A graph compiled to kernels, with its memory planned.
final class KernelProgram implements Program {
    private final Fuse.Fused fused;
    private final Plan plan;
    private final Backend backend;

    /// Workspaces that wait for a run, the one used last in front.
    private final ConcurrentLinkedDeque<Workspace> idle = new ConcurrentLinkedDeque<>();

    /// What one run has to itself: code, which may keep notes while it runs, and buffers, which are kept for
    /// the next run as long as memory allows.
    private static final class Workspace {
        final Backend.Executable[] code;
        SoftReference<Buffer[]> buffers = new SoftReference<>(null);

        Workspace(Backend.Executable[] code) {
            this.code = code;
        }
    }

    KernelProgram(Graph graph, Backend backend, boolean fuse) {
        this.backend = backend;
        fused = Fuse.fuse(graph, fuse);
        plan = Plan.of(fused);
        idle.add(workspace());
    }

    private Workspace workspace() {
        return new Workspace(
                fused.kernels().stream().map(backend::compile).toArray(Backend.Executable[]::new));
    }

    List<Kernel> kernels() {
        return fused.kernels();
    }

    /// Returns how many bytes the program needs besides leaves and outputs.
    long temporaryBytes() {
        return plan.bytes();
    }

    @Override
    public void run(Buffer[] leaves, Buffer[] outputs) {
        // a second thread running the same program finds nothing idle and gets a workspace of its
        // own;
        // one that a failure interrupts is left behind, whatever it holds
        var waiting = idle.pollFirst();
        var workspace = waiting == null ? workspace() : waiting;
        var slots = slots(workspace);
        for (var i = 0; i < slots.length; i++) {
            switch (fused.slots().get(i)) {
                case Slot.Leaf(int index) -> slots[i] = leaves[index];
                case Slot.Output(int index, _, _) -> slots[i] = outputs[index];
                case Slot.Constant _, Slot.Temporary _ -> {}
            }
        }
        for (var kernel : workspace.code) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ComputationInterruptedException();
            }
            kernel.run(slots);
        }
        idle.addFirst(workspace);
    }

    private Buffer[] slots(Workspace workspace) {
        var kept = workspace.buffers.get();
        if (kept != null) {
            return kept;
        }
        var slots = allocate();
        workspace.buffers = new SoftReference<>(slots);
        return slots;
    }

    private Buffer[] allocate() {
        try {
            var arrays = new Buffer[plan.arrays().size()];
            for (var i = 0; i < arrays.length; i++) {
                var space = plan.arrays().get(i);
                arrays[i] = Buffer.allocate(space.type(), space.size());
            }
            var slots = new Buffer[fused.slots().size()];
            for (var i = 0; i < slots.length; i++) {
                if (fused.slots().get(i) instanceof Slot.Constant(var value)) {
                    slots[i] = value;
                } else if (plan.arrayOf()[i] >= 0) {
                    slots[i] = arrays[plan.arrayOf()[i]];
                }
            }
            return slots;
        } catch (OutOfMemoryError e) {
            throw Shortage.of("the computation needs", Shortage.temporaries(fused, plan), e);
        }
    }
}
