package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;

/// Applies the small matrices of [Winograd] to tiles.
///
/// Channels lie side by side, and each element depends on the same element of the lines read alone.
/// A row of tiles is done by one call: `times` tiles of `count` channels, each `fromStep` and
/// `toStep` further on. What belongs to the 36 products of a tile lies `plane` apart, row after row;
/// what belongs to a picture has a distance of its own for rows and for columns.
///
/// Each element is one fixed expression in `fma`, `+`, `-` and `*`: the vector form and the scalar
/// form give the same bits at any width.
interface WinogradSteps {

    /// Is the form in force in this process.
    WinogradSteps IN_FORCE =
            Lanes.GRADUAL
                    ? new GradualWinogradSteps()
                    : Lanes.vectors() ? new VectorWinogradSteps() : new ScalarWinogradSteps();

    /// Takes six rows of an image to the six rows of its transform downwards, `count` elements each.
    ///
    /// Runs over whole rows: what neighbouring tiles share is computed once.
    void imageDown(float[] from, int at, int fromTap, float[] to, int place, int toTap, int count);

    /// Takes tiles of six rows, already transformed downwards, across to 36 planes.
    void imageAcross(
            float[] from,
            int at,
            int fromRow,
            int fromColumn,
            int fromStep,
            float[] to,
            int place,
            int plane,
            int toStep,
            int times,
            int count);

    /// Takes 36 planes to tiles of 4×4 places of a result, across and then down.
    void result(
            float[] from,
            int at,
            int plane,
            int fromStep,
            float[] to,
            int place,
            int toRow,
            int toColumn,
            int toStep,
            int times,
            int count);

    /// Takes tiles of 4×4 places of a result's gradient to 36 planes, down and then across: the
    /// transposed of [#result].
    void resultGradient(
            float[] from,
            int at,
            int fromRow,
            int fromColumn,
            int fromStep,
            float[] to,
            int place,
            int plane,
            int toStep,
            int times,
            int count);

    /// Takes three rows of a kernel to six of its transform.
    void kernel(float[] from, int at, int fromTap, float[] to, int place, int toTap, int count);

    /// Takes six rows to three rows of a kernel's gradient, the transposed of [#kernel].
    void kernelGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count);
}
