package dev.gradus.nn.layer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.op.Window;
import java.util.List;
import java.util.stream.IntStream;

/// Windows that slide over the spatial axes, which the pooling layers share.
final class Windows {
    private Windows() {}

    /// Checks what the layer called `name` was given.
    static void check(String name, List<Integer> size, List<Integer> stride) {
        Require.oneOrEach(name, "size", size);
        Require.oneOrEach(name, "stride", stride);
        Require.positive(name, "size", size);
        Require.positive(name, "stride", stride);
        if (size.size() > 1 && stride.size() > 1 && size.size() != stride.size()) {
            throw new IllegalArgumentException(
                    "%s was given the size %s and the stride %s: give one number for each spatial axis, or one for all"
                            .formatted(name, size, stride));
        }
    }

    static Window.Geometry over(
            Object layer, Shape x, List<Integer> size, List<Integer> stride, Padding padding) {
        var spatial = spatialAxes(layer, x).size();
        var sizes = PerAxis.along(layer, size, spatial);
        var steps = PerAxis.along(layer, stride, spatial);
        var border = Border.around(x, padding, sizes, steps);
        return new Window.Geometry(
                PerAxis.ints(sizes), PerAxis.ints(steps), border.low(), border.high());
    }

    /// Returns the axes between the batch and the channels.
    static Ints spatialAxes(Object layer, Shape x) {
        if (x.rank() < 3) {
            throw new ShapeException(
                    "%s looks at [batch, spatial..., channels] but receives %d axes (input %s): is it used after flatten(), or is the axis of channels missing?"
                            .formatted(layer, x.rank(), x));
        }
        return Ints.of(IntStream.range(1, x.rank() - 1).toArray());
    }

    static String text(String name, List<Integer> size, List<Integer> stride, Padding padding) {
        return Call.of(name)
                .with(PerAxis.text(size))
                .then(!stride.equals(size), "stride(" + PerAxis.text(stride) + ")")
                .then(padding != Padding.VALID, "padding(" + padding + ")")
                .toString();
    }
}
