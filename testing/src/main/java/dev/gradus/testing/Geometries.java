package dev.gradus.testing;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Window;

/// Geometries that are the same along every spatial axis.
public final class Geometries {
    private Geometries() {}

    /// Returns the geometry of a convolution over `axes` axes in steps of 1 without padding.
    public static Contract.Geometry plain(int axes) {
        return convolution(axes, 1, 0, 0, 1, 1);
    }

    /// Returns the geometry of a convolution over `axes` axes in steps of 1 with the same padding
    /// all around.
    public static Contract.Geometry padded(int axes, int padding) {
        return convolution(axes, 1, padding, padding, 1, 1);
    }

    /// Returns the geometry of a convolution in steps of 2, padded with one number in front.
    public static Contract.Geometry strided(int axes) {
        return convolution(axes, 2, 1, 0, 1, 1);
    }

    /// Returns the geometry of any convolution.
    public static Contract.Geometry convolution(
            int axes, int stride, int low, int high, int dilation, int groups) {
        return new Contract.Geometry(
                Ints.repeat(stride, axes),
                Ints.repeat(low, axes),
                Ints.repeat(high, axes),
                Ints.repeat(dilation, axes),
                groups);
    }

    /// Returns the geometry of a window of `size` in steps of `stride`, padded by `padding` all
    /// around.
    public static Window.Geometry window(int axes, int size, int stride, int padding) {
        return new Window.Geometry(
                Ints.repeat(size, axes),
                Ints.repeat(stride, axes),
                Ints.repeat(padding, axes),
                Ints.repeat(padding, axes));
    }
}
