package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Workers;
import dev.gradus.jvm.map.MapCode;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.View;
import java.util.Optional;

/// Runs a matrix product, with what follows it applied to each block of rows while it is in the
/// cache.
///
/// A large product is shared out between threads by rows, for then nobody waits for what follows. If
/// the rows are few, or if each thread would have to turn the same right-hand matrix, it is shared
/// out by columns, and what follows comes afterwards. A batch is shared out by matrices. Each element
/// comes out the same whoever computes it.
public final class MatMulCode implements Backend.Executable {
    /// Multiply-adds below which a second thread does not pay.
    private static final long GRAIN = 512 * 1024;

    /// Rows for each thread below which the left-hand side is too small to be cut.
    private static final int FEW_ROWS = 48;

    /// Rows of a piece from which more pieces than threads cost nothing and even out their times.
    private static final int MANY_ROWS = 120;

    /// Rows of a tile, which no piece should cut.
    private static final int TILE_ROWS = 6;

    /// Columns of one row times a matrix for each thread below which rows of the matrix would be read in
    /// scraps: 1×9216×128 took 45 µs on one thread and 90 on two.
    private static final int LONG_ROW = 512;

    /// Columns that fill whole vectors at any width.
    private static final int COLUMN_UNIT = 16;

    private static final Buffer[] NONE = {};

    private final Kernel.MatMulKernel kernel;
    private final Optional<MapCode> then;
    private final int[] left;
    private final int[] right;
    private final int resultRow;
    private final boolean byColumns;
    private final int unit;
    private final int pieces;

    // made once, because a run must not allocate
    private final Run run = new Run();

    /// Compiles `kernel`.
    public MatMulCode(Kernel.MatMulKernel kernel) {
        this.kernel = kernel;
        this.then = kernel.then().map(MapCode::new);
        this.left = batchOffsets(kernel, kernel.left().view());
        this.right = batchOffsets(kernel, kernel.right().view());
        resultRow = resultRow(kernel);
        var threads = Workers.count();
        var work = (long) kernel.rows() * kernel.columns() * kernel.depth();
        var worthwhile = (int) Math.min(threads, left.length * work / GRAIN);
        var turned = kernel.right().view().stride(kernel.batch().rank() + 1) != 1;
        byColumns =
                left.length == 1
                        && kernel.columns() >= threads * 4 * COLUMN_UNIT
                        && (turned || kernel.rows() < threads * FEW_ROWS);
        var scraps = kernel.rows() == 1 && kernel.columns() < threads * LONG_ROW;
        if (worthwhile < 2 || left.length == 1 && scraps) {
            unit = Math.max(1, left.length * kernel.rows());
            pieces = 1;
        } else if (byColumns) {
            unit = piece(kernel.columns(), threads, COLUMN_UNIT);
            pieces = (kernel.columns() + unit - 1) / unit;
        } else {
            var rows = left.length * kernel.rows();
            // whole matrices, or whole tiles of one
            var whole = left.length >= 2 * threads ? kernel.rows() : TILE_ROWS;
            var many = left.length >= 2 * threads || rows >= 2 * threads * MANY_ROWS;
            unit = piece(rows, many ? 2 * threads : threads, whole);
            pieces = (rows + unit - 1) / unit;
        }
    }

    private static int piece(int size, int pieces, int unit) {
        return ((size + pieces - 1) / pieces + unit - 1) / unit * unit;
    }

    private static int[] batchOffsets(Kernel.MatMulKernel kernel, View view) {
        var offsets = new int[kernel.batch().count()];
        var strides = kernel.batch().strides();
        for (var i = 0; i < offsets.length; i++) {
            offsets[i] = view.offset();
            for (var axis = 0; axis < kernel.batch().rank(); axis++) {
                offsets[i] += i / strides[axis] % kernel.batch().size(axis) * view.stride(axis);
            }
        }
        return offsets;
    }

    /// Returns the distance of the result's rows: it may be part of a wider matrix.
    private static int resultRow(Kernel.MatMulKernel kernel) {
        var view = kernel.result().view();
        var single = kernel.batch().rank() == 0 && view.shape().rank() == 2;
        return single && kernel.rows() > 1 ? view.stride(0) : kernel.columns();
    }

    @Override
    public void run(Buffer[] slots) {
        run.slots = slots;
        Workers.run(pieces, run);
        run.slots = NONE;
        if (byColumns && pieces > 1) {
            then.ifPresent(map -> map.run(slots));
        }
    }

    /// The run that is going on: its buffers, its pieces, and what follows them.
    private final class Run implements Workers.Part, RowsDone {
        private Buffer[] slots = NONE;

        @Override
        public void run(int index) {
            var from = index * unit;
            if (byColumns && pieces > 1) {
                var to = Math.min(kernel.columns(), from + unit);
                product(slots, 0, 0, kernel.rows(), from, to, RowsDone.NOTHING);
                return;
            }
            var rows = kernel.rows();
            var to = Math.min(rows * left.length, from + unit);
            // a piece of rows may span several matrices of the batch
            for (var row = from; row < to; ) {
                var matrix = row / rows;
                var end = Math.min(to, (matrix + 1) * rows);
                var first = row - matrix * rows;
                product(slots, matrix, first, end - matrix * rows, 0, kernel.columns(), this);
                row = end;
            }
        }

        @Override
        public void rows(int from, int to) {
            if (then.isPresent()) {
                then.get().run(slots, from * kernel.columns(), to * kernel.columns());
            }
        }
    }

    private void product(
            Buffer[] slots,
            int matrix,
            int from,
            int to,
            int columnFrom,
            int columnTo,
            RowsDone done) {
        var a = kernel.left().view();
        var b = kernel.right().view();
        var rank = kernel.batch().rank();
        int aRow = a.stride(rank);
        int aColumn = a.stride(rank + 1);
        int bRow = b.stride(rank);
        int bColumn = b.stride(rank + 1);
        var columns = columnTo - columnFrom;
        var firstRow = matrix * kernel.rows() + from;
        var aAt = left[matrix] + from * aRow;
        var bAt = right[matrix] + columnFrom * bColumn;
        var cAt = kernel.result().view().offset() + firstRow * resultRow + columnFrom;
        switch (slots[kernel.result().slot()]) {
            case Buffer.Floats c ->
                    MatMul.multiply(
                            ((Buffer.Floats) slots[kernel.left().slot()]).values,
                            aAt,
                            aRow,
                            aColumn,
                            ((Buffer.Floats) slots[kernel.right().slot()]).values,
                            bAt,
                            bRow,
                            bColumn,
                            c.values,
                            cAt,
                            resultRow,
                            to - from,
                            columns,
                            kernel.depth(),
                            false,
                            done,
                            firstRow);
            case Buffer.Doubles c -> {
                MatMul.multiply(
                        ((Buffer.Doubles) slots[kernel.left().slot()]).values,
                        aAt,
                        aRow,
                        aColumn,
                        ((Buffer.Doubles) slots[kernel.right().slot()]).values,
                        bAt,
                        bRow,
                        bColumn,
                        c.values,
                        cAt,
                        resultRow,
                        to - from,
                        columns,
                        kernel.depth(),
                        false);
                done.rows(firstRow, firstRow + to - from);
            }
            case Buffer.Integers c ->
                    MatMul.multiply(
                            ((Buffer.Integers) slots[kernel.left().slot()]).values,
                            aAt,
                            aRow,
                            aColumn,
                            ((Buffer.Integers) slots[kernel.right().slot()]).values,
                            bAt,
                            bRow,
                            bColumn,
                            c.values,
                            cAt,
                            resultRow,
                            to - from,
                            columns,
                            kernel.depth(),
                            false);
            case Buffer.Longs c ->
                    MatMul.multiply(
                            ((Buffer.Longs) slots[kernel.left().slot()]).values,
                            aAt,
                            aRow,
                            aColumn,
                            ((Buffer.Longs) slots[kernel.right().slot()]).values,
                            bAt,
                            bRow,
                            bColumn,
                            c.values,
                            cAt,
                            resultRow,
                            to - from,
                            columns,
                            kernel.depth(),
                            false);
            case Buffer.Bytes _ ->
                    throw new IllegalStateException("products of uint8 are taken in int64");
        }
    }
}
