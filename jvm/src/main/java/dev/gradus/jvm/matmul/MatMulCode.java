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
/// Rows are shared out between threads: each thread's rows come out the same whoever computes them.
public final class MatMulCode implements Backend.Executable {
    /// Multiply-adds below which a second thread does not pay.
    private static final long GRAIN = 512 * 1024;

    private final Kernel.MatMulKernel kernel;
    private final Optional<MapCode> then;
    private final int[] left;
    private final int[] right;

    /// Compiles `kernel`.
    public MatMulCode(Kernel.MatMulKernel kernel) {
        this.kernel = kernel;
        this.then = kernel.then().map(MapCode::new);
        this.left = batchOffsets(kernel, kernel.left().view());
        this.right = batchOffsets(kernel, kernel.right().view());
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

    @Override
    public void run(Buffer[] slots) {
        var work = Math.max(1, (long) kernel.columns() * kernel.depth());
        var grain = (int) Math.max(6, Math.min(Integer.MAX_VALUE / 2, GRAIN / work));
        var rows = kernel.rows();
        // a piece of rows may span several matrices of the batch
        Workers.ranges(
                rows * left.length,
                grain,
                (from, to) -> {
                    for (var row = from; row < to; ) {
                        var matrix = row / rows;
                        var end = Math.min(to, (matrix + 1) * rows);
                        rows(slots, matrix, row - matrix * rows, end - matrix * rows);
                        row = end;
                    }
                });
    }

    private void rows(Buffer[] slots, int matrix, int from, int to) {
        var a = kernel.left().view();
        var b = kernel.right().view();
        var rank = kernel.batch().rank();
        int aRow = a.stride(rank);
        int aColumn = a.stride(rank + 1);
        int bRow = b.stride(rank);
        int bColumn = b.stride(rank + 1);
        var columns = kernel.columns();
        var firstRow = matrix * kernel.rows() + from;
        var aAt = left[matrix] + from * aRow;
        var bAt = right[matrix];
        var cAt = kernel.result().view().offset() + firstRow * columns;
        RowsDone done =
                then.<RowsDone>map(map ->
                                (first, last) ->
                                        map.run(
                                                slots,
                                                (firstRow + first) * columns,
                                                (firstRow + last) * columns))
                        .orElse(RowsDone.NOTHING);
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
                            columns,
                            to - from,
                            columns,
                            kernel.depth(),
                            false,
                            done);
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
                        columns,
                        to - from,
                        columns,
                        kernel.depth(),
                        false);
                done.rows(0, to - from);
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
                            columns,
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
                            columns,
                            to - from,
                            columns,
                            kernel.depth(),
                            false);
            case Buffer.Bytes _ ->
                    throw new IllegalStateException("products of uint8 are taken in int64");
        }
    }
}
