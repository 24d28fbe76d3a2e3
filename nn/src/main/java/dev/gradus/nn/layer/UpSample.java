package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Window;
import java.util.Collections;
import java.util.List;

/// Makes pictures and sequences a whole number of times as large, without weights.
///
/// Usually each number is repeated (the nearest one counts). With [#linear()] new numbers lie on the
/// line between their neighbours: bilinear for pictures, trilinear for volumes. Numbers are seen as
/// standing in the middle of their places, so a new place `i` lies at `(i + 1/2) / factor - 1/2`,
/// and what would lie beyond the edge is the edge.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, spatial × factor..., channels]`
///
/// @param factor how many times as large: one number for all spatial axes, or one for each
/// @param between whether new numbers lie between their neighbours
public record UpSample(List<Integer> factor, boolean between) implements Stateless {
    /// Copies the list and checks it.
    public UpSample {
        factor = List.copyOf(factor);
        Require.oneOrEach("upSample", "factor", factor);
        Require.positive("upSample", "factor", factor);
    }

    /// Returns this layer with new numbers that lie on the line between their neighbours, instead of
    /// being the nearest of them.
    public UpSample linear() {
        return new UpSample(factor, true);
    }

    @Override
    public Tensor apply(Tensor x) {
        var factors = PerAxis.along(this, factor, Windows.spatialAxes(this, x.shape()).size());
        return between ? interpolated(x, factors) : repeated(x, factors);
    }

    private static Tensor repeated(Tensor x, List<Integer> factors) {
        if (x.type().isFloating()) {
            return laidDown(x, factors);
        }
        // windows are laid down in floating point; labels and masks are copied
        var y = x;
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            var times = factors.get(axis - 1);
            var copies = Collections.nCopies(times, y).toArray(Tensor[]::new);
            y = Tensor.stack(axis + 1, copies).reshape(larger(y.shape(), axis, times));
        }
        return y;
    }

    /// Lays each number on its whole window, as the gradient of a pooling of sums does; one
    /// operation, whose own gradient is such a pooling.
    private static Tensor laidDown(Tensor x, List<Integer> factors) {
        var result = x.shape();
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            result = larger(result, axis, factors.get(axis - 1));
        }
        var window = PerAxis.ints(factors);
        var inside = Ints.repeat(0, window.size());
        var geometry = new Window.Geometry(window, window, inside, inside);
        return Tensor.record(new Window.Spread(geometry, result), x);
    }

    private static Shape larger(Shape x, int axis, int times) {
        return x.with(axis, Shape.size((long) x.size(axis) * times, "upSample"));
    }

    private static Tensor interpolated(Tensor x, List<Integer> factors) {
        var y = x;
        for (var axis = 1; axis < x.rank() - 1; axis++) {
            if (factors.get(axis - 1) > 1 && x.size(axis) > 0) {
                y = interpolated(y, axis, factors.get(axis - 1));
            }
        }
        return y;
    }

    private static Tensor interpolated(Tensor x, int axis, int times) {
        var n = x.size(axis);
        var result = larger(x.shape(), axis, times);
        var first = x.slice(axis, 0, 1, 1);
        var last = x.slice(axis, n - 1, n, 1);
        var left = Tensor.concatenate(axis, first, x.slice(axis, 0, n - 1, 1));
        var right = Tensor.concatenate(axis, x.slice(axis, 1, n, 1), last);
        var parts = new Tensor[times];
        for (var i = 0; i < times; i++) {
            var place = (i + 0.5) / times - 0.5;
            var neighbour = place < 0 ? left : right;
            var share = Math.abs(place);
            parts[i] = x.mul(1 - share).add(neighbour.mul(share));
        }
        return Tensor.stack(axis + 1, parts).reshape(result);
    }

    @Override
    public String toString() {
        return Call.of("upSample").with(PerAxis.text(factor)).then(between, "linear()").toString();
    }
}
