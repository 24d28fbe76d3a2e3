package dev.gradus.jvm.window;

import dev.gradus.jvm.Workers;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.op.Window;

/// Runs pooling and the gradient of sum pooling, shared out by images.
public final class WindowCode implements Backend.Executable {
    private static final Buffer[] NONE = {};

    private final Operand input;
    private final Operand output;
    private final WindowShape shape;
    private final Work work;
    private final long flops;

    /// The buffers of the run that is going on.
    private Buffer[] present = NONE;

    // made once, because a run must not allocate
    private final Workers.Range images = this::images;

    private enum Work {
        MAX,
        SUM,
        ARGMAX,
        SPREAD
    }

    private WindowCode(
            Operand input,
            Operand output,
            Window.Geometry geometry,
            Shape images,
            Work work,
            long flops) {
        this.input = input;
        this.output = output;
        this.work = work;
        this.flops = flops;
        this.shape = WindowShape.of(geometry, images);
    }

    /// Compiles pooling.
    public static WindowCode of(Kernel.PoolKernel kernel) {
        var work =
                switch (kernel.kind()) {
                    case MAX -> Work.MAX;
                    case SUM -> Work.SUM;
                    case ARGMAX -> Work.ARGMAX;
                };
        return new WindowCode(
                kernel.input(),
                kernel.output(),
                kernel.geometry(),
                kernel.input().view().shape(),
                work,
                kernel.flops());
    }

    /// Compiles the gradient of sum pooling.
    public static WindowCode of(Kernel.SpreadKernel kernel) {
        return new WindowCode(
                kernel.input(),
                kernel.output(),
                kernel.geometry(),
                kernel.output().view().shape(),
                Work.SPREAD,
                kernel.flops());
    }

    @Override
    public void run(Buffer[] slots) {
        var grain = shape.imagesWorthSharing(flops);
        present = slots;
        Workers.ranges(shape.batch(), grain, images);
        present = NONE;
    }

    private void images(int from, int to) {
        var in = present[input.slot()];
        var inAt = input.view().offset();
        var out = present[output.slot()];
        var outAt = output.view().offset();
        switch (in) {
            case Buffer.Floats floats -> {
                switch (work) {
                    case MAX ->
                            WindowReduce.maximum(
                                    shape,
                                    floats.values,
                                    inAt,
                                    ((Buffer.Floats) out).values,
                                    outAt,
                                    from,
                                    to);
                    case SUM ->
                            WindowReduce.sum(
                                    shape,
                                    floats.values,
                                    inAt,
                                    ((Buffer.Floats) out).values,
                                    outAt,
                                    from,
                                    to);
                    case ARGMAX ->
                            WindowReduce.indexOfMaximum(
                                    shape,
                                    floats.values,
                                    inAt,
                                    ((Buffer.Longs) out).values,
                                    outAt,
                                    from,
                                    to);
                    case SPREAD ->
                            WindowReduce.sumGradient(
                                    shape,
                                    floats.values,
                                    inAt,
                                    ((Buffer.Floats) out).values,
                                    outAt,
                                    from,
                                    to);
                }
            }
            case Buffer.Doubles doubles -> {
                switch (work) {
                    case MAX ->
                            WindowReduce.maximum(
                                    shape,
                                    doubles.values,
                                    inAt,
                                    ((Buffer.Doubles) out).values,
                                    outAt,
                                    from,
                                    to);
                    case SUM ->
                            WindowReduce.sum(
                                    shape,
                                    doubles.values,
                                    inAt,
                                    ((Buffer.Doubles) out).values,
                                    outAt,
                                    from,
                                    to);
                    case ARGMAX ->
                            WindowReduce.indexOfMaximum(
                                    shape,
                                    doubles.values,
                                    inAt,
                                    ((Buffer.Longs) out).values,
                                    outAt,
                                    from,
                                    to);
                    case SPREAD ->
                            WindowReduce.sumGradient(
                                    shape,
                                    doubles.values,
                                    inAt,
                                    ((Buffer.Doubles) out).values,
                                    outAt,
                                    from,
                                    to);
                }
            }
            case Buffer.Integers _, Buffer.Longs _, Buffer.Bytes _ ->
                    throw new IllegalStateException("windows are taken in floating point");
        }
    }
}
