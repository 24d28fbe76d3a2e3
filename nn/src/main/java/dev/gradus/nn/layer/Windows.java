package dev.gradus.nn.layer;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.op.Window;
import java.util.Collections;

/// Windows of one size along every spatial axis, which the two pooling layers share.
final class Windows {
    private Windows() {}

    static Window.Geometry over(Object layer, Shape x, int size, int stride, Padding padding) {
        var spatial = spatialAxes(layer, x).size();
        var border =
                Border.around(
                        x,
                        padding,
                        Collections.nCopies(spatial, size),
                        Collections.nCopies(spatial, stride));
        return new Window.Geometry(
                Ints.repeat(size, spatial),
                Ints.repeat(stride, spatial),
                border.low(),
                border.high());
    }

    /// Returns the axes between the batch and the channels.
    static Ints spatialAxes(Object layer, Shape x) {
        if (x.rank() < 3) {
            throw new ShapeException(
                    "%s looks at [batch, spatial..., channels] but receives %d axes (input %s): is it used after flatten(), or is the axis of channels missing?"
                            .formatted(layer, x.rank(), x));
        }
        var axes = new int[x.rank() - 2];
        for (var i = 0; i < axes.length; i++) {
            axes[i] = i + 1;
        }
        return Ints.of(axes);
    }

    static String text(String name, int size, int stride, Padding padding) {
        return Call.of(name)
                .with(size)
                .then(stride != size, "stride(" + stride + ")")
                .then(padding == Padding.SAME, "padding(SAME)")
                .toString();
    }
}
