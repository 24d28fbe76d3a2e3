package dev.gradus.nn.layer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.op.Contract;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// How a window of weights slides over the spatial axes, which all convolutions have in common.
///
/// @param size the size of the window along each axis
/// @param stride how far it moves from one position to the next
/// @param padding what lies beyond the edge
/// @param dilation the distance between the numbers it looks at
record Sliding(List<Integer> size, List<Integer> stride, Padding padding, List<Integer> dilation) {
    private static final List<String> AXES =
            List.of("time", "height, width", "depth, height, width");

    /// Checks the numbers that the layer called `name` was given.
    void check(String name) {
        if (size.isEmpty() || size.size() > AXES.size()) {
            throw new IllegalArgumentException(
                    "a convolution was given the size %s: windows have 1 to 3 axes"
                            .formatted(size));
        }
        Require.positive(name(name), "size", size);
        Require.positive(name(name), "stride", stride);
        Require.positive(name(name), "dilation", dilation);
        if (stride.size() != size.size() || dilation.size() != size.size()) {
            throw new IllegalArgumentException(
                    "%s was given the size %s, the stride %s and the dilation %s: give one number for each spatial axis"
                            .formatted(name(name), size, stride, dilation));
        }
    }

    /// Returns a stride or dilation of 1 for windows of `size`.
    static List<Integer> ones(List<Integer> size) {
        return Collections.nCopies(size.size(), 1);
    }

    /// Returns `numbers` for as many axes as the window has.
    List<Integer> each(int... numbers) {
        return PerAxis.repeated(PerAxis.of(numbers), size.size());
    }

    /// Returns the name of a layer with the number of its axes: `conv2d`.
    String name(String name) {
        return name + size.size() + "d";
    }

    /// Checks that `x`, before whose spatial axes there are `batchAxes` others, has as many as the
    /// window.
    void checkAxes(Object layer, Shape x, int batchAxes) {
        if (x.rank() != batchAxes + size.size() + 1) {
            throw new ShapeException(
                    "%s looks at [%s%s, channels] but receives %d axes (input %s): use reshape(...) before it; %s"
                            .formatted(
                                    layer,
                                    batchAxes == 0 ? "" : "batch, ",
                                    AXES.get(size.size() - 1),
                                    x.rank(),
                                    x,
                                    size.size() == 1
                                            ? "a series of single numbers has 1 channel"
                                            : "gray pictures have 1 channel"));
        }
    }

    /// Returns over how many numbers the window reaches along each axis.
    List<Integer> reach() {
        return IntStream.range(0, size.size())
                .mapToObj(axis -> dilation.get(axis) * (size.get(axis) - 1) + 1)
                .toList();
    }

    /// Returns what `x` becomes when the window of each number is laid down, rather than looked at.
    Shape spread(Object layer, Shape x) {
        var shape = x;
        for (var axis = 0; axis < size.size(); axis++) {
            var step = stride.get(axis);
            var beyond = padding == Padding.VALID ? Math.max(reach().get(axis) - step, 0) : 0;
            var length = (long) x.size(axis + 1) * step + beyond;
            shape = shape.with(axis + 1, Shape.size(length, layer.toString()));
        }
        return shape;
    }

    /// Returns how it walks over `x`, whose first axis is the batch.
    Contract.Geometry geometry(Shape x, int groups) {
        var border = Border.around(x, padding, reach(), stride);
        return new Contract.Geometry(
                PerAxis.ints(stride), border.low(), border.high(), PerAxis.ints(dilation), groups);
    }

    /// Returns a call with the size of the window as its next argument: the first number of one
    /// that is not square.
    Call begin(Call call, Activation activation) {
        var square = size.stream().distinct().count() == 1;
        return call.with(size.getFirst())
                .with(activation, Activation.LINEAR)
                .then(!square, "size(" + PerAxis.text(size) + ")")
                .then(unusual(stride), "stride(" + PerAxis.shortText(stride) + ")")
                .then(padding != Padding.VALID, "padding(" + padding + ")")
                .then(unusual(dilation), "dilation(" + PerAxis.shortText(dilation) + ")");
    }

    private static boolean unusual(List<Integer> numbers) {
        return numbers.stream().anyMatch(number -> number != 1);
    }
}
