package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;

/// Applies one of the small matrices of [Winograd] along one axis of tiles.
///
/// Every method reads some rows of `count` elements, which lie `fromTap` apart, and writes the
/// products as rows `toTap` apart: element `i` of a result depends on element `i` of each row read.
/// It does so `times` over, each time `fromStep` and `toStep` further on. Channels lie side by side,
/// and where a step runs down the rows of a picture so do its columns, so `count` is long or a
/// multiple of the lanes wherever this transform is chosen.
///
/// Each element is one fixed expression in `fma`, `+`, `-` and `*`: the vector form and the scalar
/// form give the same bits at any width.
interface WinogradSteps {

    /// Is the form in force in this process.
    WinogradSteps IN_FORCE =
            Lanes.GRADUAL
                    ? new GradualWinogradSteps()
                    : Lanes.vectors() ? new VectorWinogradSteps() : new ScalarWinogradSteps();

    /// Takes six rows of an image's tile to six of its transform.
    void image(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count);

    /// Takes six rows of products to four rows of a result's tile.
    void result(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count);

    /// Takes four rows of a result's gradient to six, the transposed of [#result].
    void resultGradient(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count);

    /// Takes three rows of a kernel to six of its transform.
    void kernel(float[] from, int at, int fromTap, float[] to, int place, int toTap, int count);

    /// Takes six rows to three rows of a kernel's gradient, the transposed of [#kernel].
    void kernelGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count);
}
