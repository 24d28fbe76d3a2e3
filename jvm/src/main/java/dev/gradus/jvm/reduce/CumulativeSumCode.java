package dev.gradus.jvm.reduce;

import dev.gradus.jvm.map.FloatReduce;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;

/// Runs a running sum along the middle axis of `[before, size, after]`.
public record CumulativeSumCode(Kernel.CumulativeSumKernel kernel) implements Backend.Executable {
    @Override
    public void run(Buffer[] slots) {
        var size = kernel.size();
        var after = kernel.after();
        var out = slots[kernel.output().slot()];
        for (var outer = 0; outer < kernel.before(); outer++) {
            var at = kernel.input().view().offset() + outer * size * after;
            var outAt = kernel.output().view().offset() + outer * size * after;
            switch (slots[kernel.input().slot()]) {
                case Buffer.Floats b ->
                        FloatReduce.cumulativeSumRows(
                                b.values,
                                at,
                                after,
                                size,
                                ((Buffer.Floats) out).values,
                                outAt,
                                after,
                                after);
                case Buffer.Doubles b ->
                        DoubleReduce.cumulativeSumRows(
                                b.values,
                                at,
                                after,
                                size,
                                ((Buffer.Doubles) out).values,
                                outAt,
                                after,
                                after);
                case Buffer.Integers b ->
                        IntReduce.cumulativeSumRows(
                                b.values,
                                at,
                                after,
                                size,
                                ((Buffer.Integers) out).values,
                                outAt,
                                after,
                                after);
                case Buffer.Longs b ->
                        LongReduce.cumulativeSumRows(
                                b.values,
                                at,
                                after,
                                size,
                                ((Buffer.Longs) out).values,
                                outAt,
                                after,
                                after);
                case Buffer.Bytes b ->
                        ByteReduce.cumulativeSumRows(
                                b.values,
                                at,
                                after,
                                size,
                                ((Buffer.Bytes) out).values,
                                outAt,
                                after,
                                after);
            }
        }
    }
}
