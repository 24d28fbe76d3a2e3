package dev.gradus.tensor.op;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import java.util.List;

/// The shape of each operation's result, from the shapes of its inputs. Sizes that do not fit are
/// refused here, on the caller's own line.
public final class ShapeRules {
    private ShapeRules() {}

    /// Returns the shape of the result of `op`.
    ///
    /// @throws ShapeException saying what came, what was expected and what to do
    public static Shape shape(Op op, List<Shape> in) {
        return switch (op) {
            case Source _ ->
                    throw new IllegalArgumentException(op + " has no inputs to infer a shape from");
            case Unary _, Cast _, CumulativeSum _ -> in.getFirst();
            case Binary binary ->
                    same(binary.name().toLowerCase(java.util.Locale.ROOT), in.get(0), in.get(1));
            case Select _ -> same("select", same("select", in.get(0), in.get(1)), in.get(2));
            case Reduce reduce -> reduce(reduce, in.getFirst());
            case Move.Reshape(var shape) -> reshape(in.getFirst(), shape);
            case Move.Permute(var order) -> permute(in.getFirst(), order);
            case Move.Expand(var shape) -> expand(in.getFirst(), shape);
            case Move.Pad pad -> pad(in.getFirst(), pad);
            case Move.Slice slice -> slice(in.getFirst(), slice);
            case Move.Flip _, Move.After _ -> in.getFirst();
            case Move.Concatenate(int axis) -> concatenate(in, axis);
            case Contract.MatMul _ -> matMul(in.get(0), in.get(1));
            case Contract.Convolve(var geometry) -> convolve(geometry, in.get(0), in.get(1));
            case Contract.ConvolveInput(_, var input) -> input;
            case Contract.ConvolveWeight(_, var weight) -> weight;
            case Window.Pool(_, var geometry) -> pool(geometry, in.getFirst());
            case Window.Spread(_, var input) -> input;
            case Window.MaxPoolGradient(var geometry) ->
                    maxPoolGradient(geometry, in.get(0), in.get(1));
            case Index.Gather(int axis) -> gather(in.get(0), axis, in.get(1));
            case Index.ScatterAdd(int axis, int size) ->
                    scatterAdd(axis, size, in.get(0), in.get(1));
            case ArgSort(int axis, _, int count) -> argSort(in.getFirst(), axis, count);
            case Marker _ -> in.getFirst();
        };
    }

    /// Returns the type of the result of `op` from the types of its inputs.
    public static DType type(Op op, List<DType> in) {
        return switch (op) {
            case Source _ ->
                    throw new IllegalArgumentException(op + " has no inputs to infer a type from");
            case Cast(var type) -> type;
            case Binary binary -> binary.isComparison() ? DType.BOOL : in.getFirst();
            case Select _ -> in.get(1);
            case Reduce(var kind, _) -> kind == Reduce.Kind.ARGMAX ? DType.INT64 : in.getFirst();
            case Window.Pool(var kind, _) ->
                    kind == Window.Kind.ARGMAX ? DType.INT64 : in.getFirst();
            case Index.ScatterAdd _ -> in.get(1);
            case ArgSort _ -> DType.INT64;
            case Unary _,
                    CumulativeSum _,
                    Move _,
                    Contract _,
                    Window.Spread _,
                    Window.MaxPoolGradient _,
                    Index.Gather _,
                    Marker _ ->
                    in.getFirst();
        };
    }

    private static Shape same(String operation, Shape a, Shape b) {
        if (!a.equals(b)) {
            throw new ShapeException(
                    "%s: the shapes %s and %s differ: expand() one to the other first"
                            .formatted(operation, a, b));
        }
        return a;
    }

    private static Shape reduce(Reduce reduce, Shape in) {
        var shape = in;
        for (var i = 0; i < reduce.axes().size(); i++) {
            var axis = reduce.axes().get(i);
            var ordered = reduce.kind() == Reduce.Kind.MAX || reduce.kind() == Reduce.Kind.ARGMAX;
            if (ordered && in.size(axis) == 0) {
                throw new ShapeException(
                        "there is no largest number along axis %d of %s, which is empty: check that the tensor holds data"
                                .formatted(axis, in));
            }
            shape = shape.with(axis, 1);
        }
        return shape;
    }

    private static Shape reshape(Shape in, Shape shape) {
        if (in.count() != shape.count()) {
            throw new ShapeException(
                    "reshape: %s holds %d numbers and %s holds %d: the counts must be equal; give one size as -1 to infer it"
                            .formatted(in, in.count(), shape, shape.count()));
        }
        return shape;
    }

    private static Shape permute(Shape in, Ints order) {
        if (order.size() != in.rank()) {
            throw new ShapeException(
                    "permute: %s names %d axes but %s has %d: name each axis once"
                            .formatted(order, order.size(), in, in.rank()));
        }
        in.axes(order.toArray());
        var sizes = new int[in.rank()];
        for (var i = 0; i < sizes.length; i++) {
            sizes[i] = in.size(order.get(i));
        }
        return Shape.of(sizes);
    }

    private static Shape expand(Shape in, Shape shape) {
        if (!in.broadcastsTo(shape)) {
            throw new ShapeException(
                    "expand: %s cannot be stretched to %s: aligned at the last axis, each size must be equal or 1"
                            .formatted(in, shape));
        }
        return shape;
    }

    private static Shape pad(Shape in, Move.Pad pad) {
        var sizes = in.toArray();
        if (pad.low().size() != sizes.length || pad.high().size() != sizes.length) {
            throw new ShapeException(
                    "pad: %s has %d axes but widths are given for %d and %d: give one width before and one after for each axis"
                            .formatted(in, sizes.length, pad.low().size(), pad.high().size()));
        }
        for (var axis = 0; axis < sizes.length; axis++) {
            if (pad.low().get(axis) < 0 || pad.high().get(axis) < 0) {
                throw new ShapeException(
                        "pad: widths %s and %s must be 0 or more: use slice() to cut"
                                .formatted(pad.low(), pad.high()));
            }
            var padded = (long) sizes[axis] + pad.low().get(axis) + pad.high().get(axis);
            sizes[axis] = Shape.size(padded, "pad");
        }
        return Shape.of(sizes);
    }

    private static Shape slice(Shape in, Move.Slice slice) {
        var sizes = new int[in.rank()];
        for (var axis = 0; axis < sizes.length; axis++) {
            var start = slice.start().get(axis);
            var stop = slice.stop().get(axis);
            var step = slice.step().get(axis);
            if (start < 0 || stop < start || stop > in.size(axis) || step < 1) {
                throw new ShapeException(
                        "slice: %d to %d by %d is not within axis %d of %s: give 0 <= start <= stop <= %d and a step of 1 or more"
                                .formatted(start, stop, step, axis, in, in.size(axis)));
            }
            sizes[axis] = stop == start ? 0 : (stop - start - 1) / step + 1;
        }
        return Shape.of(sizes);
    }

    private static Shape concatenate(List<Shape> in, int axis) {
        var size = 0L;
        for (var shape : in) {
            if (shape.rank() != in.getFirst().rank()
                    || !shape.with(axis, 1).equals(in.getFirst().with(axis, 1))) {
                throw new ShapeException(
                        "concatenate along axis %d: %s and %s must agree in every other axis: reshape() or slice() one of them"
                                .formatted(axis, in.getFirst(), shape));
            }
            size += shape.size(axis);
        }
        return in.getFirst().with(axis, Shape.size(size, "concatenate"));
    }

    private static Shape matMul(Shape a, Shape b) {
        if (a.rank() < 2 || b.rank() < 2) {
            throw new ShapeException(
                    "matmul: %s and %s must both be matrices: use unsqueeze() or reshape() on the one with fewer than two axes"
                            .formatted(a, b));
        }
        if (a.size(-1) != b.size(-2)) {
            var hint =
                    a.size(-1) == b.size(-1)
                            ? "Did you forget transpose()?"
                            : a.rank() > 2 && a.count() / Math.max(1, a.size(0)) == b.size(-2)
                                    ? "Did you forget flatten()?"
                                    : "Check which axis holds the features.";
            throw new ShapeException(
                    "matmul: %s ends in %d but %s has %d rows: the last axis of the first must equal the last but one of the second. %s"
                            .formatted(a, a.size(-1), b, b.size(-2), hint));
        }
        if (b.rank() > 2 && !a.range(0, a.rank() - 2).equals(b.range(0, b.rank() - 2))) {
            throw new ShapeException(
                    "matmul: the leading axes of %s and %s differ: they must be equal, or the second a single matrix"
                            .formatted(a, b));
        }
        return a.with(-1, b.size(-1));
    }

    private static Shape convolve(Contract.Geometry g, Shape x, Shape w) {
        var spatial = g.stride().size();
        if (x.rank() != spatial + 2 || w.rank() != spatial + 2) {
            throw new ShapeException(
                    "convolve over %d axes: input %s must be [batch, %d sizes, channels] and weight %s [%d sizes, channels / groups, outputs]. Is the axis of channels missing? Use unsqueeze(-1)."
                            .formatted(spatial, x, spatial, w, spatial));
        }
        if (x.size(-1) != w.size(-2) * g.groups() || w.size(-1) % g.groups() != 0) {
            throw new ShapeException(
                    "convolve: input %s has %d channels; weight %s in %d groups takes %d and makes %d: channels come last, and both must be multiples of the groups"
                            .formatted(
                                    x,
                                    x.size(-1),
                                    w,
                                    g.groups(),
                                    w.size(-2) * g.groups(),
                                    w.size(-1)));
        }
        var sizes = x.toArray();
        sizes[sizes.length - 1] = w.size(-1);
        for (var i = 0; i < spatial; i++) {
            var reach = g.dilation().get(i) * (w.size(i) - 1) + 1;
            sizes[i + 1] =
                    positions(
                            "convolve",
                            x,
                            i,
                            reach,
                            g.stride().get(i),
                            g.padLow().get(i),
                            g.padHigh().get(i));
        }
        return Shape.of(sizes);
    }

    private static Shape pool(Window.Geometry g, Shape x) {
        var spatial = g.size().size();
        if (x.rank() != spatial + 2) {
            throw new ShapeException(
                    "pool over %d axes: input %s must be [batch, %d sizes, channels]. Is the axis of channels missing? Use unsqueeze(-1)."
                            .formatted(spatial, x, spatial));
        }
        for (var i = 0; i < spatial; i++) {
            if (g.padLow().get(i) >= g.size().get(i) || g.padHigh().get(i) >= g.size().get(i)) {
                throw new ShapeException(
                        "pool: padding %s and %s must be smaller than the window %s, or some windows would see nothing: pad less"
                                .formatted(g.padLow(), g.padHigh(), g.size()));
            }
        }
        var sizes = x.toArray();
        for (var i = 0; i < spatial; i++) {
            sizes[i + 1] =
                    positions(
                            "pool",
                            x,
                            i,
                            g.size().get(i),
                            g.stride().get(i),
                            g.padLow().get(i),
                            g.padHigh().get(i));
        }
        return Shape.of(sizes);
    }

    private static Shape maxPoolGradient(Window.Geometry g, Shape x, Shape up) {
        var pooled = pool(g, x);
        if (!up.equals(pooled)) {
            throw new ShapeException(
                    "gradient of max pooling: pooling %s gives %s, but the gradient of that is %s: give one number for each window"
                            .formatted(x, pooled, up));
        }
        return x;
    }

    private static int positions(
            String what, Shape x, int axis, int reach, int stride, int low, int high) {
        var padded = Shape.size((long) x.size(axis + 1) + low + high, what);
        if (reach < 1 || stride < 1 || low < 0 || high < 0 || padded < reach) {
            throw new ShapeException(
                    "%s: a window reaching over %d with stride %d does not fit into %s, whose spatial axis %d has %d with padding: use a smaller window, more padding, or fewer layers that shrink the input"
                            .formatted(what, reach, stride, x, axis, padded));
        }
        return (padded - reach) / stride + 1;
    }

    private static Shape gather(Shape x, int axis, Shape indices) {
        return x.range(0, axis).append(indices).append(x.range(axis + 1, x.rank()));
    }

    private static Shape scatterAdd(int axis, int size, Shape indices, Shape updates) {
        var after = axis + indices.rank();
        if (after > updates.rank() || !updates.range(axis, after).equals(indices)) {
            throw new ShapeException(
                    "scatter: updates %s must have the shape of the indices %s from axis %d on"
                            .formatted(updates, indices, axis));
        }
        return updates.range(0, axis)
                .append(Shape.of(size))
                .append(updates.range(after, updates.rank()));
    }

    private static Shape argSort(Shape in, int axis, int count) {
        if (count < 0 || count > in.size(axis)) {
            throw new ShapeException(
                    "the first %d along axis %d of %s were asked for, which has only %d: ask for fewer"
                            .formatted(count, axis, in, in.size(axis)));
        }
        return in.with(axis, count);
    }
}
