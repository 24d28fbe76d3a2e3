package dev.gradus.jvm.window;

import dev.gradus.jvm.Workers;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;

/// Runs the gradient of max pooling, shared out by images.
public final class MaxPoolGradientCode implements Backend.Executable {
    private static final Buffer[] NONE = {};

    private final Kernel.MaxPoolGradientKernel kernel;
    private final WindowShape shape;

    /// The buffers of the run that is going on.
    private Buffer[] present = NONE;

    // made once, because a run must not allocate
    private final Workers.Range images = this::images;

    /// Compiles the kernel.
    public MaxPoolGradientCode(Kernel.MaxPoolGradientKernel kernel) {
        this.kernel = kernel;
        this.shape = WindowShape.of(kernel.geometry(), kernel.input().view().shape());
    }

    @Override
    public void run(Buffer[] slots) {
        var grain = shape.imagesWorthSharing(kernel.flops());
        present = slots;
        Workers.ranges(shape.batch(), grain, images);
        present = NONE;
    }

    private void images(int from, int to) {
        var up = present[kernel.up().slot()];
        var out = present[kernel.output().slot()];
        var inAt = kernel.input().view().offset();
        var upAt = kernel.up().view().offset();
        var outAt = kernel.output().view().offset();
        switch (present[kernel.input().slot()]) {
            case Buffer.Floats x ->
                    MaxPoolGradient.run(
                            shape,
                            x.values,
                            inAt,
                            ((Buffer.Floats) up).values,
                            upAt,
                            ((Buffer.Floats) out).values,
                            outAt,
                            from,
                            to);
            case Buffer.Doubles x ->
                    MaxPoolGradient.run(
                            shape,
                            x.values,
                            inAt,
                            ((Buffer.Doubles) up).values,
                            upAt,
                            ((Buffer.Doubles) out).values,
                            outAt,
                            from,
                            to);
            case Buffer.Integers _, Buffer.Longs _, Buffer.Bytes _ ->
                    throw new IllegalStateException("windows are taken in floating point");
        }
    }
}
