package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Workers;
import dev.gradus.jvm.map.MapCode;
import dev.gradus.jvm.matmul.RowsDone;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.op.Contract;
import java.util.Optional;

/// Runs a convolution or one of its gradients, with what follows it applied while the result is in
/// the cache.
///
/// In float32 a [FloatPass] knows how to share the work out. In float64, forward and the gradient of
/// the input are shared out by images, the gradient of the weight by its rows.
public final class ConvolveCode implements Backend.Executable {
    /// Multiply-adds below which a second thread does not pay.
    private static final long GRAIN = 512 * 1024;

    private static final Buffer[] NO_SLOTS = {};

    private final Kernel.ConvolveKernel kernel;
    private final ConvolveShape shape;
    private final Optional<MapCode> then;
    private final Optional<FloatPass> pass;
    private final RowsDone done;
    private Buffer[] slots = NO_SLOTS;

    /// Compiles `kernel`.
    public ConvolveCode(Kernel.ConvolveKernel kernel) {
        this.kernel = kernel;
        this.then = kernel.then().map(MapCode::new);
        this.shape = shapeOf(kernel);
        this.pass =
                kernel.result().type() == DType.FLOAT32
                        ? Optional.of(passOf(kernel.operation(), shape))
                        : Optional.empty();
        // made once, because a run must not allocate
        this.done = then.isPresent() ? this::finish : RowsDone.NOTHING;
    }

    private static ConvolveShape shapeOf(Kernel.ConvolveKernel kernel) {
        var geometry = kernel.geometry();
        var rank = kernel.input().rank();
        return new ConvolveShape(
                kernel.input().size(0),
                kernel.input().range(1, rank - 1).toArray(),
                kernel.input().size(-1),
                kernel.weight().range(0, rank - 2).toArray(),
                kernel.weight().size(-1),
                geometry.stride().toArray(),
                geometry.padLow().toArray(),
                geometry.padHigh().toArray(),
                geometry.dilation().toArray(),
                geometry.groups());
    }

    private static FloatPass passOf(Contract operation, ConvolveShape shape) {
        return switch (operation) {
            case Contract.Convolve _ -> Convolve.forward(shape);
            case Contract.ConvolveInput _ -> Convolve.inputGradient(shape);
            case Contract.ConvolveWeight _ -> Convolve.weightsGradient(shape);
            case Contract.MatMul _ -> throw new IllegalStateException("not a convolution");
        };
    }

    @Override
    public void run(Buffer[] slots) {
        this.slots = slots;
        if (pass.isPresent()) {
            pass.get()
                    .run(
                            ((Buffer.Floats) slots[kernel.left().slot()]).values,
                            kernel.left().view().offset(),
                            ((Buffer.Floats) slots[kernel.right().slot()]).values,
                            kernel.right().view().offset(),
                            ((Buffer.Floats) slots[kernel.result().slot()]).values,
                            kernel.result().view().offset(),
                            done);
        } else {
            var weights = kernel.operation() instanceof Contract.ConvolveWeight;
            var pieces = weights ? shape.weightRows() : shape.batch();
            var work = Math.max(1, kernel.flops() / 2 / Math.max(1, pieces));
            var grain = (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, GRAIN / work));
            Workers.ranges(pieces, grain, this::piece);
        }
        this.slots = NO_SLOTS;
    }

    private void piece(int from, int to) {
        var left = ((Buffer.Doubles) slots[kernel.left().slot()]).values;
        var leftAt = kernel.left().view().offset();
        var right = ((Buffer.Doubles) slots[kernel.right().slot()]).values;
        var rightAt = kernel.right().view().offset();
        var result = ((Buffer.Doubles) slots[kernel.result().slot()]).values;
        var at = kernel.result().view().offset();
        var pixels = kernel.result().view().shape().count() / Math.max(1, rowSize());
        var rows = pixels / Math.max(1, shape.batch());
        switch (kernel.operation()) {
            case Contract.Convolve _ -> {
                Convolve.forward(shape, left, leftAt, right, rightAt, result, at, from, to);
                done.rows(from * rows, to * rows);
            }
            case Contract.ConvolveInput _ -> {
                Convolve.inputGradient(shape, left, leftAt, right, rightAt, result, at, from, to);
                done.rows(from * rows, to * rows);
            }
            case Contract.ConvolveWeight _ ->
                    Convolve.weightsGradient(
                            shape, left, leftAt, right, rightAt, result, at, from, to);
            case Contract.MatMul _ -> throw new IllegalStateException("not a convolution");
        }
    }

    /// Applies what follows to finished places of the result.
    private void finish(int from, int to) {
        var columns = rowSize();
        then.ifPresent(map -> map.run(slots, from * columns, to * columns));
    }

    private int rowSize() {
        return kernel.result().view().shape().size(-1);
    }
}
