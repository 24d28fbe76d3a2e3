package dev.gradus.nn.layer;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Window;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/// Windows that part an axis into a given number of pieces, which the two adaptive poolings share.
///
/// Piece `i` of `m` of an axis of `n` goes from `⌊i n / m⌋` to `⌈(i + 1) n / m⌉`: where `m` does not
/// divide `n`, neighbours overlap by one.
final class Adaptive {
    private Adaptive() {}

    /// Returns `x` with as many numbers along each spatial axis as `size` says, each made by `pool`
    /// of one window.
    ///
    /// Windows are products of intervals, so one axis follows the other; the last one is first, so
    /// that of equal numbers the first in row-major order is found.
    static Tensor pool(
            Object layer,
            Tensor x,
            List<Integer> size,
            BiFunction<Tensor, Window.Geometry, Tensor> pool) {
        var axes = Windows.spatialAxes(layer, x.shape());
        var wanted = PerAxis.along(layer, size, axes.size());
        var even = new int[wanted.size()];
        for (var axis = 1; axis <= even.length; axis++) {
            if (x.size(axis) == 0) {
                throw new ShapeException(
                        "%s receives no numbers along axis %d (input %s): there must be 1 or more"
                                .formatted(layer, axis, x.shape()));
            }
            even[axis - 1] =
                    x.size(axis) % wanted.get(axis - 1) == 0
                            ? x.size(axis) / wanted.get(axis - 1)
                            : 0;
        }
        if (!Ints.of(even).contains(0)) {
            return pool.apply(x, sideBySide(even));
        }
        var y = x;
        for (var axis = even.length; axis >= 1; axis--) {
            y = along(axis, y, wanted.get(axis - 1), pool);
        }
        return y;
    }

    private static Tensor along(
            int axis, Tensor x, int pieces, BiFunction<Tensor, Window.Geometry, Tensor> pool) {
        var n = x.size(axis);
        var parts = new Tensor[pieces];
        for (var i = 0; i < pieces; i++) {
            var from = (int) ((long) i * n / pieces);
            var to = (int) Math.ceilDiv((i + 1L) * n, (long) pieces);
            var part = x.slice(axis, from, to, 1);
            parts[i] = pool.apply(part, sideBySide(onlyAlong(axis, x.rank() - 2, to - from)));
        }
        return Tensor.concatenate(axis, parts);
    }

    private static int[] onlyAlong(int axis, int axes, int length) {
        var size = new int[axes];
        Arrays.fill(size, 1);
        size[axis - 1] = length;
        return size;
    }

    private static Window.Geometry sideBySide(int[] size) {
        var inside = Ints.repeat(0, size.length);
        return new Window.Geometry(Ints.of(size), Ints.of(size), inside, inside);
    }
}
