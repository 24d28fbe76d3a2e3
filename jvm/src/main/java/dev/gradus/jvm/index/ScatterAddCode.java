package dev.gradus.jvm.index;

import dev.gradus.jvm.Workers;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import java.util.Arrays;

/// Runs the adding of slices by index, always in the order of the indices. Threads share out the numbers
/// within a slice, never the slices, so that no two add to the same place.
public final class ScatterAddCode implements Backend.Executable {
    private static final int GRAIN = 16 * 1024;
    private static final Buffer[] NONE = {};
    private static final int[] NOWHERE = {};

    private final Kernel.ScatterAddKernel kernel;

    /// The buffers and the checked indices of the run that is going on.
    private Buffer[] present = NONE;

    private int[] positions = NOWHERE;

    // made once, because a run must not allocate
    private final Workers.Range numbers = this::add;

    /// Compiles `kernel`.
    public ScatterAddCode(Kernel.ScatterAddKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void run(Buffer[] slots) {
        var out = slots[kernel.output().slot()];
        var outAt = kernel.output().view().offset();
        clear(out, outAt, kernel.output().view().shape().count());
        positions = IndexReader.read(slots, kernel.indices(), kernel.count(), kernel.size());
        var grain = Math.max(1, GRAIN / Math.max(1, kernel.count() * kernel.before()));
        present = slots;
        Workers.ranges(kernel.after(), grain, numbers);
        present = NONE;
        positions = NOWHERE;
    }

    private static void clear(Buffer out, int at, int count) {
        switch (out) {
            case Buffer.Floats b -> Arrays.fill(b.values, at, at + count, 0);
            case Buffer.Doubles b -> Arrays.fill(b.values, at, at + count, 0);
            case Buffer.Integers b -> Arrays.fill(b.values, at, at + count, 0);
            case Buffer.Longs b -> Arrays.fill(b.values, at, at + count, 0);
            case Buffer.Bytes b -> Arrays.fill(b.values, at, at + count, (byte) 0);
        }
    }

    private void add(int from, int to) {
        var out = present[kernel.output().slot()];
        var outAt = kernel.output().view().offset();
        var size = kernel.size();
        var count = kernel.count();
        var before = kernel.before();
        var after = kernel.after();
        var at = kernel.updates().view().offset();
        switch (present[kernel.updates().slot()]) {
            case Buffer.Floats b ->
                    ScatterAdd.scatterAdd(
                            b.values,
                            at,
                            positions,
                            0,
                            count,
                            ((Buffer.Floats) out).values,
                            outAt,
                            size,
                            before,
                            after,
                            from,
                            to);
            case Buffer.Doubles b ->
                    ScatterAdd.scatterAdd(
                            b.values,
                            at,
                            positions,
                            0,
                            count,
                            ((Buffer.Doubles) out).values,
                            outAt,
                            size,
                            before,
                            after,
                            from,
                            to);
            case Buffer.Integers b ->
                    ScatterAdd.scatterAdd(
                            b.values,
                            at,
                            positions,
                            0,
                            count,
                            ((Buffer.Integers) out).values,
                            outAt,
                            size,
                            before,
                            after,
                            from,
                            to);
            case Buffer.Longs b ->
                    ScatterAdd.scatterAdd(
                            b.values,
                            at,
                            positions,
                            0,
                            count,
                            ((Buffer.Longs) out).values,
                            outAt,
                            size,
                            before,
                            after,
                            from,
                            to);
            case Buffer.Bytes b ->
                    ScatterAdd.scatterAdd(
                            b.values,
                            at,
                            positions,
                            0,
                            count,
                            ((Buffer.Bytes) out).values,
                            outAt,
                            size,
                            before,
                            after,
                            from,
                            to);
        }
    }
}
