package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;

/// Multiplies stretches of two arrays lane by lane and adds them up: all a depthwise convolution
/// needs.
///
/// For each channel `j` the chain is `y = fma(a[places[q] + shift + j], b[q * channels + j], y)`
/// for `q` ascending, from zero. Forward, `q` is a kernel position; for the gradient of the weights
/// it is a place of the output.
interface FloatChains {

    /// Is the form in force in this process.
    FloatChains IN_FORCE =
            Lanes.GRADUAL
                    ? new GradualFloatChains()
                    : Lanes.vectors() ? new VectorFloatChains() : new ScalarFloatChains();

    /// Computes one value for each channel, from chains of `count` links, into `y` from `yStart`;
    /// continues what `y` holds if `accumulate`.
    void run(
            float[] a,
            int[] places,
            int count,
            int shift,
            float[] b,
            int bStart,
            float[] y,
            int yStart,
            int channels,
            boolean accumulate);

    /// Continues four times [#run] at once, so that chains need not wait for themselves: number `r`
    /// looks `shifts[first + r]` further in `a` and its values are at `yStart + r * yStep`.
    void four(
            float[] a,
            int[] places,
            int count,
            int shift,
            int[] shifts,
            int first,
            float[] b,
            int bStart,
            float[] y,
            int yStart,
            int yStep,
            int channels);
}
