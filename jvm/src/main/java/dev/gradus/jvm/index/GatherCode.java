package dev.gradus.jvm.index;

import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;

/// Runs the taking of slices by index.
public record GatherCode(Kernel.GatherKernel kernel) implements Backend.Executable {
    @Override
    public void run(Buffer[] slots) {
        var size = kernel.size();
        var count = kernel.count();
        var before = kernel.before();
        var after = kernel.after();
        var positions = IndexReader.read(slots, kernel.indices(), count, size);
        var at = kernel.source().view().offset();
        var out = slots[kernel.output().slot()];
        var outAt = kernel.output().view().offset();
        switch (slots[kernel.source().slot()]) {
            case Buffer.Floats b ->
                    Gather.gather(
                            b.values,
                            at,
                            size,
                            positions,
                            0,
                            count,
                            ((Buffer.Floats) out).values,
                            outAt,
                            before,
                            after);
            case Buffer.Doubles b ->
                    Gather.gather(
                            b.values,
                            at,
                            size,
                            positions,
                            0,
                            count,
                            ((Buffer.Doubles) out).values,
                            outAt,
                            before,
                            after);
            case Buffer.Integers b ->
                    Gather.gather(
                            b.values,
                            at,
                            size,
                            positions,
                            0,
                            count,
                            ((Buffer.Integers) out).values,
                            outAt,
                            before,
                            after);
            case Buffer.Longs b ->
                    Gather.gather(
                            b.values,
                            at,
                            size,
                            positions,
                            0,
                            count,
                            ((Buffer.Longs) out).values,
                            outAt,
                            before,
                            after);
            case Buffer.Bytes b ->
                    Gather.gather(
                            b.values,
                            at,
                            size,
                            positions,
                            0,
                            count,
                            ((Buffer.Bytes) out).values,
                            outAt,
                            before,
                            after);
        }
    }
}
