package dev.gradus.jvm.index;

import dev.gradus.jvm.Workers;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;

/// Runs sorting by position, shared out by rows.
public final class ArgSortCode implements Backend.Executable {
    private static final int GRAIN = 4 * 1024;
    private static final Buffer[] NONE = {};

    private final Kernel.ArgSortKernel kernel;

    /// The buffers of the run that is going on.
    private Buffer[] present = NONE;

    // made once, because a run must not allocate
    private final Workers.Range rows = this::rows;

    /// Compiles `kernel`.
    public ArgSortCode(Kernel.ArgSortKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void run(Buffer[] slots) {
        var grain = Math.max(1, GRAIN / Math.max(1, kernel.size()));
        present = slots;
        Workers.ranges(kernel.before() * kernel.after(), grain, rows);
        present = NONE;
    }

    private void rows(int from, int to) {
        for (var row = from; row < to; row++) {
            row(present, row / kernel.after(), row % kernel.after());
        }
    }

    private void row(Buffer[] slots, int outer, int inner) {
        var size = kernel.size();
        var after = kernel.after();
        var count = kernel.count();
        var descending = kernel.descending();
        var at = kernel.input().view().offset() + outer * size * after + inner;
        var out = ((Buffer.Longs) slots[kernel.output().slot()]).values;
        var outAt = kernel.output().view().offset() + outer * count * after + inner;
        switch (slots[kernel.input().slot()]) {
            case Buffer.Floats b ->
                    ArgSort.sort(b.values, at, after, size, descending, count, out, outAt, after);
            case Buffer.Doubles b ->
                    ArgSort.sort(b.values, at, after, size, descending, count, out, outAt, after);
            case Buffer.Integers b ->
                    ArgSort.sort(b.values, at, after, size, descending, count, out, outAt, after);
            case Buffer.Longs b ->
                    ArgSort.sort(b.values, at, after, size, descending, count, out, outAt, after);
            case Buffer.Bytes b ->
                    ArgSort.sort(b.values, at, after, size, descending, count, out, outAt, after);
        }
    }
}
