package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;

/// Adds up products of planes and numbers, a stretch of neighbouring places at a time: all that a
/// convolution with few columns needs, once its images are laid out plane by plane.
///
/// For place `f` and column `j` the chain is `y = fma(planes[at + steps[k] + f], weights[weightsAt +
/// k * weightsStep + j], y)` for `k` ascending, from zero.
interface FloatPlanes {

    /// Counts the columns that are computed together at most.
    int MOST_COLUMNS = 4;

    /// Counts the places by which [#chains] may reach beyond its length, reading and writing what
    /// nobody asks for: the widest tile at the widest vectors.
    int SLACK = 8 * Lanes.LOGICAL;

    /// Is the form in force in this process.
    FloatPlanes IN_FORCE =
            Lanes.GRADUAL
                    ? new GradualFloatPlanes()
                    : Lanes.vectors() ? new VectorFloatPlanes() : new ScalarFloatPlanes();

    /// Computes `columns` columns of `length` places; those of column `j` go to `sums` from `sumsAt +
    /// j * sumsStride`.
    void chains(
            int columns,
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int sumsStride,
            int length);

    /// Copies element `e` of line `l`, `from[start + lines[l] + e]`, to `to[place + e * stride + l]`:
    /// places become planes or planes places.
    void turn(
            float[] from,
            int start,
            int[] lines,
            int count,
            int length,
            float[] to,
            int place,
            int stride);
}
