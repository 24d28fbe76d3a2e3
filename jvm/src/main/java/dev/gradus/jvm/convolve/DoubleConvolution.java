package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// Convolves float64 images by plain loops, in exactly the order [Convolve] defines.
///
/// Float64 serves to check gradients, where being obviously right matters and speed does not.
final class DoubleConvolution {

    private DoubleConvolution() {}

    static void forward(
            ConvolveShape shape,
            double[] input,
            int inputOffset,
            double[] weights,
            int weightsOffset,
            double[] output,
            int outputOffset,
            int from,
            int to) {
        int outputs = shape.outputChannelsOfGroup();
        int channels = shape.channelsOfGroup();
        int pixels = shape.outputPixels();
        for (int row = from * pixels; row < to * pixels; row++) {
            int start = outputOffset + row * shape.outputChannels();
            Arrays.fill(output, start, start + shape.outputChannels(), 0.0);
            for (int position = 0; position < shape.kernelPositions(); position++) {
                int pixel = inputPixel(shape, row % pixels, position);
                int left =
                        inputOffset
                                + (row / pixels * shape.inputPixels() + pixel) * shape.channels();
                for (int channel = 0; channel < shape.channels(); channel++) {
                    double x = pixel < 0 ? 0.0 : input[left + channel];
                    int group = channel / channels;
                    int weight = position * channels + channel % channels;
                    int right = weightsOffset + weight * shape.outputChannels() + group * outputs;
                    for (int j = 0; j < outputs; j++) {
                        int place = start + group * outputs + j;
                        output[place] = Math.fma(x, weights[right + j], output[place]);
                    }
                }
            }
        }
    }

    static void inputGradient(
            ConvolveShape shape,
            double[] outputGradient,
            int outputGradientOffset,
            double[] weights,
            int weightsOffset,
            double[] inputGradient,
            int inputGradientOffset,
            int from,
            int to) {
        int outputs = shape.outputChannelsOfGroup();
        int channels = shape.channelsOfGroup();
        int pixels = shape.inputPixels();
        for (int row = from * pixels; row < to * pixels; row++) {
            int start = inputGradientOffset + row * shape.channels();
            Arrays.fill(inputGradient, start, start + shape.channels(), 0.0);
            for (int position = shape.kernelPositions() - 1; position >= 0; position--) {
                int pixel = outputPixel(shape, row % pixels, position);
                int left =
                        outputGradientOffset
                                + (row / pixels * shape.outputPixels() + pixel)
                                        * shape.outputChannels();
                for (int j = 0; j < shape.outputChannels(); j++) {
                    double up = pixel < 0 ? 0.0 : outputGradient[left + j];
                    int group = j / outputs;
                    int weight = weightsOffset + position * channels * shape.outputChannels() + j;
                    for (int channel = 0; channel < channels; channel++) {
                        int place = start + group * channels + channel;
                        double w = weights[weight + channel * shape.outputChannels()];
                        inputGradient[place] = Math.fma(up, w, inputGradient[place]);
                    }
                }
            }
        }
    }

    static void weightsGradient(
            ConvolveShape shape,
            double[] input,
            int inputOffset,
            double[] outputGradient,
            int outputGradientOffset,
            double[] weightsGradient,
            int weightsGradientOffset,
            int from,
            int to) {
        int outputs = shape.outputChannelsOfGroup();
        int channels = shape.channelsOfGroup();
        int pixels = shape.outputPixels();
        int first = weightsGradientOffset + from * shape.outputChannels();
        int end = weightsGradientOffset + to * shape.outputChannels();
        Arrays.fill(weightsGradient, first, end, 0.0);
        for (int row = 0; row < shape.batch() * pixels; row++) {
            for (int weight = from; weight < to; weight++) {
                int pixel = inputPixel(shape, row % pixels, weight / channels);
                for (int group = 0; group < shape.groups(); group++) {
                    int left =
                            inputOffset
                                    + (row / pixels * shape.inputPixels() + pixel)
                                            * shape.channels()
                                    + group * channels
                                    + weight % channels;
                    double x = pixel < 0 ? 0.0 : input[left];
                    int right =
                            outputGradientOffset + row * shape.outputChannels() + group * outputs;
                    int place =
                            weightsGradientOffset
                                    + weight * shape.outputChannels()
                                    + group * outputs;
                    for (int j = 0; j < outputs; j++) {
                        double up = outputGradient[right + j];
                        weightsGradient[place + j] = Math.fma(x, up, weightsGradient[place + j]);
                    }
                }
            }
        }
    }

    /// Gives the input's place that an output's place meets at a kernel position, or -1 in padding.
    private static int inputPixel(ConvolveShape shape, int outputPixel, int position) {
        int pixel = 0;
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            int at =
                    part(outputPixel, axis, shape.output(1), shape.output(2)) * shape.stride(axis)
                            + part(position, axis, shape.kernel(1), shape.kernel(2))
                                    * shape.dilation(axis)
                            - shape.padLow(axis);
            if (at < 0 || at >= shape.input(axis)) {
                return -1;
            }
            pixel = pixel * shape.input(axis) + at;
        }
        return pixel;
    }

    /// Gives the output's place that meets an input's place at a kernel position, or -1 if none.
    private static int outputPixel(ConvolveShape shape, int inputPixel, int position) {
        int pixel = 0;
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            int at =
                    part(inputPixel, axis, shape.input(1), shape.input(2))
                            + shape.padLow(axis)
                            - part(position, axis, shape.kernel(1), shape.kernel(2))
                                    * shape.dilation(axis);
            int place = Math.floorDiv(at, shape.stride(axis));
            if (at % shape.stride(axis) != 0 || place < 0 || place >= shape.output(axis)) {
                return -1;
            }
            pixel = pixel * shape.output(axis) + place;
        }
        return pixel;
    }

    /// Takes one coordinate out of a row-major index over axes whose last two sizes are given.
    private static int part(int index, int axis, int size1, int size2) {
        return switch (axis) {
            case 0 -> index / size2 / size1;
            case 1 -> index / size2 % size1;
            default -> index % size2;
        };
    }
}
