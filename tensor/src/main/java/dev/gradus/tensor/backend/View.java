package dev.gradus.tensor.backend;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.Optional;

/// Where the numbers of a tensor stand in a buffer: element `[i, j, ...]` is at
/// `offset + i × stride[0] + j × stride[1] + ...`.
///
/// Moving axes about, repeating, cutting and reversing only change these numbers; nothing is copied.
public final class View {
    private final Shape shape;
    private final int[] strides;
    private final int offset;

    private View(Shape shape, int[] strides, int offset) {
        this.shape = shape;
        this.strides = strides;
        this.offset = offset;
    }

    /// Returns the view of numbers in row-major order from the start of the buffer.
    public static View of(Shape shape) {
        return new View(shape, shape.strides(), 0);
    }

    /// Returns the shape that is seen.
    public Shape shape() {
        return shape;
    }

    /// Returns where the first element stands.
    public int offset() {
        return offset;
    }

    /// Returns the distance between neighbours along `axis`; 0 where they are one element repeated.
    public int stride(int axis) {
        return strides[axis];
    }

    /// Returns the distances along all axes in an array of the caller's own.
    public int[] strides() {
        return strides.clone();
    }

    /// Returns whether the elements lie in row-major order without gaps, from any offset.
    public boolean isDense() {
        var expected = 1;
        for (var axis = shape.rank() - 1; axis >= 0; axis--) {
            if (shape.size(axis) != 1) {
                if (strides[axis] != expected) {
                    return false;
                }
                expected *= shape.size(axis);
            }
        }
        return true;
    }

    /// Returns whether all elements are the same one.
    public boolean isScalar() {
        for (var axis = 0; axis < strides.length; axis++) {
            if (strides[axis] != 0 && shape.size(axis) != 1) {
                return false;
            }
        }
        return true;
    }

    /// Returns this view with axis `order[i]` in place `i`.
    public View permute(Ints order) {
        var sizes = new int[strides.length];
        var moved = new int[strides.length];
        for (var i = 0; i < moved.length; i++) {
            sizes[i] = shape.size(order.get(i));
            moved[i] = strides[order.get(i)];
        }
        return new View(Shape.of(sizes), moved, offset);
    }

    /// Returns this view with axes of size 1 repeated up to `target`.
    public View expand(Shape target) {
        var moved = new int[target.rank()];
        var shift = target.rank() - strides.length;
        for (var axis = 0; axis < strides.length; axis++) {
            moved[axis + shift] = shape.size(axis) == target.size(axis + shift) ? strides[axis] : 0;
        }
        return new View(target, moved, offset);
    }

    /// Returns the view of every `step`-th element from `start` to `stop` along each axis.
    public View slice(Ints start, Ints stop, Ints step) {
        var sizes = new int[strides.length];
        var moved = new int[strides.length];
        var from = offset;
        for (var axis = 0; axis < moved.length; axis++) {
            var length = stop.get(axis) - start.get(axis);
            sizes[axis] = length == 0 ? 0 : (length - 1) / step.get(axis) + 1;
            moved[axis] = strides[axis] * step.get(axis);
            from += strides[axis] * start.get(axis);
        }
        return new View(Shape.of(sizes), moved, from);
    }

    /// Returns this view with the order along `axes` reversed.
    public View flip(Ints axes) {
        var moved = strides.clone();
        var from = offset;
        for (var i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            from += strides[axis] * Math.max(0, shape.size(axis) - 1);
            moved[axis] = -strides[axis];
        }
        return new View(shape, moved, from);
    }

    /// Returns the same elements in the same order under another shape, or nothing where no strides can
    /// say that and the elements must be copied.
    public Optional<View> reshape(Shape target) {
        if (shape.count() == 0 || isDense()) {
            return Optional.of(new View(target, target.strides(), offset));
        }
        // both shapes are walked from the end; axes of the source that follow on from each other
        // count as one
        var moved = new int[target.rank()];
        var from = shape.rank() - 1;
        var to = target.rank() - 1;
        while (from >= 0 || to >= 0) {
            if (from >= 0 && shape.size(from) == 1) {
                from--;
                continue;
            }
            if (to >= 0 && target.size(to) == 1) {
                to--;
                continue;
            }
            var stride = strides[from];
            var run = shape.size(from);
            var need = target.size(to);
            moved[to] = stride;
            while (run != need) {
                if (run < need) {
                    from = nextAxis(from);
                    if (from < 0 || strides[from] != stride * run) {
                        return Optional.empty();
                    }
                    run *= shape.size(from);
                } else {
                    to--;
                    while (target.size(to) == 1) {
                        to--;
                    }
                    moved[to] = stride * need;
                    need *= target.size(to);
                }
            }
            from--;
            to--;
        }
        return Optional.of(new View(target, moved, offset));
    }

    private int nextAxis(int axis) {
        var next = axis - 1;
        while (next >= 0 && shape.size(next) == 1) {
            next--;
        }
        return next;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof View view
                && offset == view.offset
                && shape.equals(view.shape)
                && Arrays.equals(strides, view.strides);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * shape.hashCode() + Arrays.hashCode(strides)) + offset;
    }

    @Override
    public String toString() {
        return isDense() ? shape.toString() : shape + " by " + Arrays.toString(strides);
    }
}
