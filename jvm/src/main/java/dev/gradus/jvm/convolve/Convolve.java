package dev.gradus.jvm.convolve;

/// Convolves images with a learned kernel, and computes both gradients of that.
///
/// Computed directly, the arithmetic is defined element by element, one chain of `fma` from zero
/// each, as if the input had been written into a frame of zeros first:
///
/// - output: over kernel positions in row-major order, then the channels of the group, ascending;
/// - gradient of the input: over the kernel turned round (positions descending), of which only the
///   positions take part that meet the place in steps of the stride, then the output channels of the
///   group, ascending, on the output's gradient in a frame of zeros;
/// - gradient of the weights: the images are cut into as many equal stretches as the shape calls for
///   ([FloatWeightsGradient]); within one, over images, then output places in row-major order,
///   ascending; then the stretches are added up in their order.
///
/// A place in the frame takes part with the value 0. For depthwise convolutions there is one
/// stretch, and positions that the stride skips take part with the value 0 as well; so they do in
/// float64. 3×3 kernels over many channels are computed by the method of [Winograd], whose order of
/// arithmetic is defined there. Results are the same to the last bit at any vector width and any
/// number of threads.
///
/// Images are never unrolled: the rows of a kernel are contiguous in a framed, channels-last image,
/// so each is a matrix product whose left-hand rows begin at the places the kernel visits and
/// overlap ([dev.gradus.jvm.matmul.FloatPanels]).
public final class Convolve {

    private Convolve() {}

    /// Lays out the forward pass.
    public static FloatPass forward(ConvolveShape shape) {
        return Winograd.chosen(shape)
                ? new WinogradCorrelation(shape, false)
                : direct(shape, Kind.FORWARD);
    }

    /// Lays out the gradient of the input.
    public static FloatPass inputGradient(ConvolveShape shape) {
        return Winograd.chosen(shape)
                ? new WinogradCorrelation(shape, true)
                : direct(shape, Kind.INPUT_GRADIENT);
    }

    /// Lays out the gradient of the weights.
    public static FloatPass weightsGradient(ConvolveShape shape) {
        return Winograd.chosen(shape)
                ? new WinogradWeightsGradient(shape)
                : direct(shape, Kind.WEIGHTS_GRADIENT);
    }

    static FloatPass direct(ConvolveShape shape, Kind kind) {
        if (shape.depthwise()) {
            return new FloatDepthwise(shape, kind);
        }
        return switch (kind) {
            case FORWARD -> correlation(shape, false);
            case INPUT_GRADIENT -> correlation(shape, true);
            case WEIGHTS_GRADIENT ->
                    GroupedWeightsGradient.suits(shape)
                            ? new GroupedWeightsGradient(shape)
                            : new DirectWeightsGradient(shape);
        };
    }

    private static FloatPass correlation(ConvolveShape shape, boolean backward) {
        return PlanarCorrelation.suits(shape, backward)
                ? new PlanarCorrelation(shape, backward)
                : new FloatCorrelation(shape, backward);
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
