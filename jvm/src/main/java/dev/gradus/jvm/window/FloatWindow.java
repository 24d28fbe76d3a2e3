package dev.gradus.jvm.window;

import dev.gradus.jvm.Lanes;

/// Folds the listed places of an image into one, each channel by itself, for windows in a row.
///
/// Place `q` of the first window begins at `x[start + places[q] * channels]`; the list goes from
/// `from` to `to` and is taken in order. Each of the `count` windows lies `step` places behind the
/// one before it, and its result `channels` behind. What an empty list gives: minus infinity, index
/// -1, sum 0.
interface FloatWindow {

    /// Is the form in force in this process.
    FloatWindow IN_FORCE =
            Lanes.GRADUAL
                    ? new GradualFloatWindow()
                    : Lanes.vectors() ? new VectorFloatWindow() : new ScalarFloatWindow();

    /// Finds the largest value as `Math.max` does: NaN is larger than all, 0.0 larger than -0.0.
    void maximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] y,
            int at);

    /// Finds the index, counted from `start - first`, of the first largest value or the first NaN.
    void indexOfMaximum(
            float[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            long[] y,
            int at);

    /// Writes `up[at + channel]` to the place of `y` where [#indexOfMaximum] finds the largest value
    /// of `x`, and 0 to the other places listed. Place `q` of the first window begins at
    /// `y[yStart + places[q] * channels]`, those of the others behind it as in `x`.
    void writeAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart);

    /// Adds where [#writeAtMaximum] writes, and leaves the other places as they are.
    void addAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart);

    /// Adds up, one after the other.
    void sum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] y,
            int at);
}
