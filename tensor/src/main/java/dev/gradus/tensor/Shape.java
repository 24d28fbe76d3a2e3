package dev.gradus.tensor;

import java.util.Arrays;

/// The sizes of a tensor along each of its axes, such as `[32, 28, 28, 1]`: 32 pictures of 28 × 28
/// pixels with one channel.
///
/// A shape without axes, `[]`, belongs to a single number. Axes are counted from 0; negative axes
/// count from the end. A tensor holds at most 2^31 - 1 numbers: larger shapes are refused.
public final class Shape {
    /// The shape of a single number.
    public static final Shape SCALAR = new Shape(new int[0], 1);

    private final int[] sizes;
    private final int count;
    private final int hash;

    private Shape(int[] sizes, int count) {
        this.sizes = sizes;
        this.count = count;
        this.hash = Arrays.hashCode(sizes);
    }

    /// Returns the shape with these sizes.
    ///
    /// @throws ShapeException if a size is negative or their product exceeds 2^31 - 1
    public static Shape of(int... sizes) {
        if (sizes.length == 0) {
            return SCALAR;
        }
        return checked(sizes.clone());
    }

    /// Returns the size of one axis that was computed in 64 bits.
    ///
    /// @throws ShapeException if a tensor cannot have it
    public static int size(long size, String operation) {
        if (size > Integer.MAX_VALUE) {
            throw new ShapeException(
                    "%s: an axis of %d is longer than %d, the most a tensor can hold: use smaller parts"
                            .formatted(operation, size, Integer.MAX_VALUE));
        }
        return (int) size;
    }

    private static Shape checked(int[] sizes) {
        var count = 1L;
        var empty = false;
        for (var size : sizes) {
            if (size < 0) {
                throw new ShapeException(
                        "shape %s has the negative size %d: sizes must be 0 or more. Is -1 meant for reshape(), which infers it?"
                                .formatted(Arrays.toString(sizes), size));
            }
            empty |= size == 0;
        }
        for (var size : sizes) {
            // an empty axis makes the product 0, however large the others are
            count = empty ? 0 : Math.multiplyExact(count, size);
            if (count > Integer.MAX_VALUE) {
                throw new ShapeException(
                        "shape %s has more than %d elements, the most a tensor can hold: use smaller batches or split the tensor"
                                .formatted(Arrays.toString(sizes), Integer.MAX_VALUE));
            }
        }
        return new Shape(sizes, (int) count);
    }

    /// Returns the number of axes.
    public int rank() {
        return sizes.length;
    }

    /// Returns how many numbers a tensor of this shape holds.
    public int count() {
        return count;
    }

    /// Returns the size along `axis`; negative axes count from the end.
    public int size(int axis) {
        return sizes[axis(axis)];
    }

    /// Returns `axis` counted from 0.
    ///
    /// @throws ShapeException if there is no such axis
    public int axis(int axis) {
        var resolved = axis < 0 ? axis + sizes.length : axis;
        if (resolved < 0 || resolved >= sizes.length) {
            throw new ShapeException(
                    "there is no axis %d in shape %s, which has %d: use %s"
                            .formatted(
                                    axis,
                                    this,
                                    sizes.length,
                                    sizes.length == 0
                                            ? "no axis"
                                            : "%d to %d"
                                                    .formatted(-sizes.length, sizes.length - 1)));
        }
        return resolved;
    }

    /// Returns `axes` counted from 0, ascending; all axes when none is given.
    ///
    /// @throws ShapeException if an axis does not exist or is named twice
    public Ints axes(int... axes) {
        var resolved = new int[axes.length == 0 ? sizes.length : axes.length];
        for (var i = 0; i < resolved.length; i++) {
            resolved[i] = axes.length == 0 ? i : axis(axes[i]);
        }
        Arrays.sort(resolved);
        for (var i = 1; i < resolved.length; i++) {
            if (resolved[i] == resolved[i - 1]) {
                throw new ShapeException(
                        "axis %d of shape %s is named twice in %s: name each axis once"
                                .formatted(resolved[i], this, Arrays.toString(axes)));
            }
        }
        return Ints.of(resolved);
    }

    /// Returns this shape with `size` along `axis` instead.
    public Shape with(int axis, int size) {
        var changed = sizes.clone();
        changed[axis(axis)] = size;
        return checked(changed);
    }

    /// Returns this shape with a new axis of `size` in front of `axis`; `rank()` appends it.
    ///
    /// @throws ShapeException if there is no such place
    public Shape insert(int axis, int size) {
        if (axis < 0 || axis > sizes.length) {
            throw new ShapeException(
                    "a new axis cannot stand at %d in shape %s: use 0 to %d, or -1 for the end"
                            .formatted(axis, this, sizes.length));
        }
        var changed = new int[sizes.length + 1];
        System.arraycopy(sizes, 0, changed, 0, axis);
        changed[axis] = size;
        System.arraycopy(sizes, axis, changed, axis + 1, sizes.length - axis);
        return checked(changed);
    }

    /// Returns this shape without the given axes.
    public Shape without(Ints axes) {
        var kept = new int[sizes.length - axes.size()];
        var next = 0;
        for (var axis = 0; axis < sizes.length; axis++) {
            if (!axes.contains(axis)) {
                kept[next++] = sizes[axis];
            }
        }
        return of(kept);
    }

    /// Returns the axes `from` (inclusive) to `to` (exclusive) as a shape of their own.
    public Shape range(int from, int to) {
        return of(Arrays.copyOfRange(sizes, from, to));
    }

    /// Returns the axes of this shape followed by those of `other`.
    public Shape append(Shape other) {
        var all = Arrays.copyOf(sizes, sizes.length + other.sizes.length);
        System.arraycopy(other.sizes, 0, all, sizes.length, other.sizes.length);
        return of(all);
    }

    /// Returns whether this shape can be stretched to `target` by NumPy's rule: aligned at the last
    /// axis, each size is equal or 1.
    public boolean broadcastsTo(Shape target) {
        if (sizes.length > target.sizes.length) {
            return false;
        }
        var shift = target.sizes.length - sizes.length;
        for (var axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] != target.sizes[axis + shift] && sizes[axis] != 1) {
                return false;
            }
        }
        return true;
    }

    /// Returns the shape in which `this` and `other` meet by NumPy's rule of broadcasting: aligned at
    /// the last axis, two sizes fit if they are equal or one of them is 1.
    ///
    /// @throws ShapeException naming both shapes, the axis and the likely fix
    public Shape broadcast(Shape other, String operation) {
        if (equals(other)) {
            return this;
        }
        var rank = Math.max(sizes.length, other.sizes.length);
        var met = new int[rank];
        for (var fromEnd = 1; fromEnd <= rank; fromEnd++) {
            var mine = fromEnd <= sizes.length ? sizes[sizes.length - fromEnd] : 1;
            var theirs =
                    fromEnd <= other.sizes.length ? other.sizes[other.sizes.length - fromEnd] : 1;
            if (mine != theirs && mine != 1 && theirs != 1) {
                throw new ShapeException(
                        "%s: %s and %s do not fit at axis %d from the end, where one has %d and the other %d: sizes must be equal or 1.%s"
                                .formatted(
                                        operation,
                                        this,
                                        other,
                                        fromEnd,
                                        mine,
                                        theirs,
                                        hint(other)));
            }
            met[rank - fromEnd] = mine == 1 ? theirs : mine;
        }
        return checked(met);
    }

    private String hint(Shape other) {
        if (count == other.count) {
            return " Both hold %d numbers: did you forget reshape() or transpose()?"
                    .formatted(count);
        }
        var shorter = rank() <= other.rank() ? this : other;
        var longer = rank() <= other.rank() ? other : this;
        if (shorter.rank() == 1 && longer.rank() >= 2 && shorter.sizes[0] == longer.sizes[0]) {
            return " One value for each row? Then unsqueeze(-1) makes %s of %s."
                    .formatted(Shape.of(shorter.sizes[0], 1), shorter);
        }
        return " Use unsqueeze(axis) where an axis of size 1 is missing.";
    }

    /// Returns the distance in memory between neighbours along each axis when the numbers lie in
    /// row-major order.
    public int[] strides() {
        var strides = new int[sizes.length];
        var stride = 1;
        for (var axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(1, sizes[axis]);
        }
        return strides;
    }

    /// Returns the sizes in an array of the caller's own.
    public int[] toArray() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Shape shape
                        && hash == shape.hash
                        && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// Returns the sizes in brackets, such as `[2, 3]`.
    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}
