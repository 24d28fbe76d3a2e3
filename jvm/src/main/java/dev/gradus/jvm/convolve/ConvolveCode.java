package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Workers;
import dev.gradus.jvm.map.MapCode;
import dev.gradus.jvm.matmul.RowsDone;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.op.Contract;
import java.util.Optional;

/// Runs a convolution or one of its gradients, with what follows it applied while the result is in
/// the cache.
///
/// Forward and the gradient of the input are shared out by images, the gradient of the weight by
/// its rows.
public final class ConvolveCode implements Backend.Executable {
    /// Multiply-adds below which a second thread does not pay.
    private static final long GRAIN = 512 * 1024;

    private final Kernel.ConvolveKernel kernel;
    private final ConvolveShape shape;
    private final Optional<MapCode> then;

    /// Compiles `kernel`.
    public ConvolveCode(Kernel.ConvolveKernel kernel) {
        this.kernel = kernel;
        this.then = kernel.then().map(MapCode::new);
        var geometry = kernel.geometry();
        var rank = kernel.input().rank();
        this.shape =
                new ConvolveShape(
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

    @Override
    public void run(Buffer[] slots) {
        var weights = kernel.operation() instanceof Contract.ConvolveWeight;
        var pieces = weights ? shape.weightRows() : shape.batch();
        var work = Math.max(1, kernel.flops() / 2 / Math.max(1, pieces));
        var grain = (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, GRAIN / work));
        Workers.ranges(pieces, grain, (from, to) -> piece(slots, from, to));
    }

    private void piece(Buffer[] slots, int from, int to) {
        var left = slots[kernel.left().slot()];
        var leftAt = kernel.left().view().offset();
        var right = slots[kernel.right().slot()];
        var rightAt = kernel.right().view().offset();
        var resultAt = kernel.result().view().offset();
        switch (slots[kernel.result().slot()]) {
            case Buffer.Floats result ->
                    piece(
                            ((Buffer.Floats) left).values,
                            leftAt,
                            ((Buffer.Floats) right).values,
                            rightAt,
                            result.values,
                            resultAt,
                            from,
                            to,
                            slots);
            case Buffer.Doubles result ->
                    piece(
                            ((Buffer.Doubles) left).values,
                            leftAt,
                            ((Buffer.Doubles) right).values,
                            rightAt,
                            result.values,
                            resultAt,
                            from,
                            to,
                            slots);
            case Buffer.Integers _, Buffer.Longs _, Buffer.Bytes _ ->
                    throw new IllegalStateException("convolutions are taken in floating point");
        }
    }

    private void piece(
            float[] left,
            int leftAt,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int from,
            int to,
            Buffer[] slots) {
        switch (kernel.operation()) {
            case Contract.Convolve _ ->
                    Convolve.forward(
                            shape,
                            left,
                            leftAt,
                            right,
                            rightAt,
                            result,
                            resultAt,
                            from,
                            to,
                            following(slots));
            case Contract.ConvolveInput _ -> {
                Convolve.inputGradient(
                        shape, left, leftAt, right, rightAt, result, resultAt, from, to);
                finishImages(slots, from, to);
            }
            case Contract.ConvolveWeight _ ->
                    Convolve.weightsGradient(
                            shape, left, leftAt, right, rightAt, result, resultAt, from, to);
            case Contract.MatMul _ -> throw new IllegalStateException("not a convolution");
        }
    }

    private void piece(
            double[] left,
            int leftAt,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int from,
            int to,
            Buffer[] slots) {
        switch (kernel.operation()) {
            case Contract.Convolve _ -> {
                Convolve.forward(shape, left, leftAt, right, rightAt, result, resultAt, from, to);
                finishImages(slots, from, to);
            }
            case Contract.ConvolveInput _ -> {
                Convolve.inputGradient(
                        shape, left, leftAt, right, rightAt, result, resultAt, from, to);
                finishImages(slots, from, to);
            }
            case Contract.ConvolveWeight _ ->
                    Convolve.weightsGradient(
                            shape, left, leftAt, right, rightAt, result, resultAt, from, to);
            case Contract.MatMul _ -> throw new IllegalStateException("not a convolution");
        }
    }

    private RowsDone following(Buffer[] slots) {
        var columns = shape.outputChannels();
        return then.<RowsDone>map(map -> (from, to) -> map.run(slots, from * columns, to * columns))
                .orElse(RowsDone.NOTHING);
    }

    private void finishImages(Buffer[] slots, int from, int to) {
        var image = kernel.result().view().shape().count() / Math.max(1, shape.batch());
        then.ifPresent(map -> map.run(slots, from * image, to * image));
    }
}
