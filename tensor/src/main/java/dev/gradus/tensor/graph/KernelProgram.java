package dev.gradus.tensor.graph;

import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A graph compiled to kernels, with its memory planned.
final class KernelProgram implements Program {
    private final Fuse.Fused fused;
    private final Plan plan;
    private final Backend.Executable[] code;

    /// The buffers of the last run, kept for the next one as long as memory allows.
    private final AtomicReference<@Nullable SoftReference<Buffer[]>> idle = new AtomicReference<>();

    KernelProgram(Graph graph, Backend backend, boolean fuse) {
        fused = Fuse.fuse(graph, fuse);
        plan = Plan.of(fused);
        code = fused.kernels().stream().map(backend::compile).toArray(Backend.Executable[]::new);
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
        // a second thread running the same program finds nothing idle and gets buffers of its own
        var reference = idle.getAndSet(null);
        var kept = reference == null ? null : reference.get();
        var slots = kept == null ? allocate() : kept;
        for (var i = 0; i < slots.length; i++) {
            switch (fused.slots().get(i)) {
                case Slot.Leaf(int index) -> slots[i] = leaves[index];
                case Slot.Output(int index, _, _) -> slots[i] = outputs[index];
                case Slot.Constant _, Slot.Temporary _ -> {}
            }
        }
        for (var kernel : code) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ComputationInterruptedException();
            }
            kernel.run(slots);
        }
        idle.set(reference != null && kept != null ? reference : new SoftReference<>(slots));
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
