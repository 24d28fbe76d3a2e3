package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// How numbers lie in memory while a tensor shows them in row-major order.
public enum Placement {
    /// In row-major order.
    DENSE,
    /// With the axes in reverse order.
    PERMUTED,
    /// Backwards.
    FLIPPED,
    /// With gaps of one number, after a first number that is skipped.
    SLICED;

    /// What stands in the gaps; wrong wherever it shows up.
    private static final double GAP = 77;

    /// A tensor of its own in memory, and how its numbers are seen in the wanted order.
    ///
    /// @param leaf the numbers as they lie
    /// @param view gives the numbers as the operation gets them
    public record Placed(Tensor leaf, UnaryOperator<Tensor> view) {}

    /// Returns the placement that a variant asks for.
    public static Placement of(Variant variant) {
        return switch (variant) {
            case PERMUTED -> PERMUTED;
            case FLIPPED -> FLIPPED;
            case SLICED -> SLICED;
            case SCALAR, EMPTY, ONE, ODD, BROADCAST, EXTREME, LARGE -> DENSE;
        };
    }

    /// Returns a tensor that shows `numbers` under `shape` and keeps them in memory in this way.
    public Placed place(double[] numbers, Shape shape, DType type) {
        return switch (this) {
            case DENSE -> {
                var leaf = Tensor.of(buffer(numbers, type), shape);
                yield new Placed(leaf, x -> x);
            }
            case PERMUTED -> permuted(numbers, shape, type);
            case FLIPPED -> {
                var backwards = new double[numbers.length];
                for (var i = 0; i < backwards.length; i++) {
                    backwards[i] = numbers[numbers.length - 1 - i];
                }
                var leaf = Tensor.of(buffer(backwards, type), shape);
                yield new Placed(leaf, x -> shape.rank() == 0 ? x : x.flip());
            }
            case SLICED -> sliced(numbers, shape, type);
        };
    }

    private static Buffer buffer(double[] numbers, DType type) {
        var buffer = Buffer.allocate(type, numbers.length);
        for (var i = 0; i < numbers.length; i++) {
            buffer.set(i, numbers[i]);
        }
        return buffer;
    }

    private static Placed permuted(double[] numbers, Shape shape, DType type) {
        var rank = shape.rank();
        var sizes = new int[rank];
        var reversed = new int[rank];
        for (var axis = 0; axis < rank; axis++) {
            reversed[axis] = rank - 1 - axis;
            sizes[axis] = shape.size(rank - 1 - axis);
        }
        var turned = Shape.of(sizes);
        var moved = new double[numbers.length];
        for (var i = 0; i < moved.length; i++) {
            moved[turned(i, shape, turned.strides())] = numbers[i];
        }
        var leaf = Tensor.of(buffer(moved, type), turned);
        return new Placed(leaf, x -> x.permute(reversed));
    }

    private static int turned(int index, Shape shape, int[] strides) {
        var at = 0;
        var rest = index;
        for (var axis = shape.rank() - 1; axis >= 0; axis--) {
            at += rest % shape.size(axis) * strides[shape.rank() - 1 - axis];
            rest /= shape.size(axis);
        }
        return at;
    }

    private static Placed sliced(double[] numbers, Shape shape, DType type) {
        var sizes = shape.toArray();
        for (var axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = 2 * sizes[axis] + 1;
        }
        var wide = Shape.of(sizes);
        var strides = wide.strides();
        var spaced = new double[wide.count()];
        Arrays.fill(spaced, type == DType.BOOL ? 1 : GAP);
        for (var i = 0; i < numbers.length; i++) {
            var at = 0;
            var rest = i;
            for (var axis = sizes.length - 1; axis >= 0; axis--) {
                at += (2 * (rest % shape.size(axis)) + 1) * strides[axis];
                rest /= shape.size(axis);
            }
            spaced[at] = numbers[i];
        }
        var leaf = Tensor.of(buffer(spaced, type), wide);
        return new Placed(leaf, x -> everySecond(x, sizes));
    }

    private static Tensor everySecond(Tensor leaf, int[] sizes) {
        var seen = leaf;
        for (var axis = 0; axis < sizes.length; axis++) {
            seen = seen.slice(axis, 1, sizes[axis], 2);
        }
        return seen;
    }
}
