package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.RowsDone;

/// Convolves images with a learned kernel, and computes both gradients of that.
///
/// The arithmetic is defined element by element, one chain of `fma` from zero each, as if the input
/// had been written into a frame of zeros first:
///
/// - output: over kernel positions in row-major order, then the channels of the group, ascending;
/// - gradient of the input: the same over the kernel turned round (positions descending) and the
///   output channels of the group ascending, on the output's gradient in a frame of zeros, with
///   `stride - 1` zeros between its places;
/// - gradient of the weights: over images, then output places in row-major order, ascending.
///
/// A place in the frame takes part with the value 0. Results are the same to the last bit at any
/// vector width and however callers share out the work.
///
/// Images are never unrolled: the rows of a kernel are contiguous in a framed, channels-last image,
/// so each is a matrix product whose left-hand rows begin at the places the kernel visits and
/// overlap ([dev.gradus.jvm.matmul.FloatPanels]).
public final class Convolve {

    private Convolve() {}

    /// Computes the output of images `from` to `to` and tells `done` about finished places.
    ///
    /// A row in the sense of [RowsDone] is one place of one output image, all its channels; place
    /// `p` of image `n` is row `n * outputPixels + p`.
    public static void forward(
            ConvolveShape shape,
            float[] input,
            int inputOffset,
            float[] weights,
            int weightsOffset,
            float[] output,
            int outputOffset,
            int from,
            int to,
            RowsDone done) {
        if (shape.depthwise()) {
            FloatDepthwise.forward(
                    shape,
                    input,
                    inputOffset,
                    weights,
                    weightsOffset,
                    output,
                    outputOffset,
                    from,
                    to,
                    done);
        } else {
            FloatCorrelation.forward(
                    shape,
                    input,
                    inputOffset,
                    weights,
                    weightsOffset,
                    output,
                    outputOffset,
                    from,
                    to,
                    done);
        }
    }

    /// Computes the gradient of the input for images `from` to `to`.
    public static void inputGradient(
            ConvolveShape shape,
            float[] outputGradient,
            int outputGradientOffset,
            float[] weights,
            int weightsOffset,
            float[] inputGradient,
            int inputGradientOffset,
            int from,
            int to) {
        if (shape.depthwise()) {
            FloatDepthwise.inputGradient(
                    shape,
                    outputGradient,
                    outputGradientOffset,
                    weights,
                    weightsOffset,
                    inputGradient,
                    inputGradientOffset,
                    from,
                    to);
        } else {
            FloatCorrelation.inputGradient(
                    shape,
                    outputGradient,
                    outputGradientOffset,
                    weights,
                    weightsOffset,
                    inputGradient,
                    inputGradientOffset,
                    from,
                    to);
        }
    }

    /// Computes rows `from` to `to` of the gradient of the weights, from all images.
    ///
    /// The weights are taken as a matrix of [ConvolveShape#weightRows] rows (kernel position, then
    /// channel of the group) and one column an output channel.
    public static void weightsGradient(
            ConvolveShape shape,
            float[] input,
            int inputOffset,
            float[] outputGradient,
            int outputGradientOffset,
            float[] weightsGradient,
            int weightsGradientOffset,
            int from,
            int to) {
        if (shape.depthwise()) {
            FloatDepthwise.weightsGradient(
                    shape,
                    input,
                    inputOffset,
                    outputGradient,
                    outputGradientOffset,
                    weightsGradient,
                    weightsGradientOffset,
                    from,
                    to);
        } else {
            FloatWeightsGradient.compute(
                    shape,
                    input,
                    inputOffset,
                    outputGradient,
                    outputGradientOffset,
                    weightsGradient,
                    weightsGradientOffset,
                    from,
                    to);
        }
    }

    /// Computes the output of images `from` to `to`, in float64.
    public static void forward(
            ConvolveShape shape,
            double[] input,
            int inputOffset,
            double[] weights,
            int weightsOffset,
            double[] output,
            int outputOffset,
            int from,
            int to) {
        DoubleConvolution.forward(
                shape, input, inputOffset, weights, weightsOffset, output, outputOffset, from, to);
    }

    /// Computes the gradient of the input for images `from` to `to`, in float64.
    public static void inputGradient(
            ConvolveShape shape,
            double[] outputGradient,
            int outputGradientOffset,
            double[] weights,
            int weightsOffset,
            double[] inputGradient,
            int inputGradientOffset,
            int from,
            int to) {
        DoubleConvolution.inputGradient(
                shape,
                outputGradient,
                outputGradientOffset,
                weights,
                weightsOffset,
                inputGradient,
                inputGradientOffset,
                from,
                to);
    }

    /// Computes rows `from` to `to` of the gradient of the weights, in float64.
    public static void weightsGradient(
            ConvolveShape shape,
            double[] input,
            int inputOffset,
            double[] outputGradient,
            int outputGradientOffset,
            double[] weightsGradient,
            int weightsGradientOffset,
            int from,
            int to) {
        DoubleConvolution.weightsGradient(
                shape,
                input,
                inputOffset,
                outputGradient,
                outputGradientOffset,
                weightsGradient,
                weightsGradientOffset,
                from,
                to);
    }
}
