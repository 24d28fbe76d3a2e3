package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// Describes a convolution over one to three spatial axes, channels last.
///
/// - input: `[batch, input..., channels]`
/// - weights: `[kernel..., channels / groups, outputChannels]`
/// - output: `[batch, output..., outputChannels]`, where on each axis `output = (input + padLow +
///   padHigh - (dilation * (kernel - 1) + 1)) / stride + 1`, rounded down, or 0 where the kernel
///   does not fit
///
/// Inside, every convolution has three axes: missing ones are added in front with size 1, which
/// changes neither the order of elements nor the order of arithmetic.
public final class ConvolveShape {

    static final int AXES = 3;

    private final int batch;
    private final int channels;
    private final int outputChannels;
    private final int groups;
    private final int axes;
    private final int[] input;
    private final int[] kernel;
    private final int[] stride;
    private final int[] padLow;
    private final int[] padHigh;
    private final int[] dilation;
    private final int[] output = new int[AXES];
    private final Frame inputFrame;
    private final Frame outputGradientFrame;

    /// Describes a convolution; every array has one entry a spatial axis.
    ///
    /// @throws IllegalArgumentException if the arrays differ in length, a size is out of range or
    ///   the groups do not divide both numbers of channels
    public ConvolveShape(
            int batch,
            int[] input,
            int channels,
            int[] kernel,
            int outputChannels,
            int[] stride,
            int[] padLow,
            int[] padHigh,
            int[] dilation,
            int groups) {
        this.batch = batch;
        this.channels = channels;
        this.outputChannels = outputChannels;
        this.groups = groups;
        this.axes = input.length;
        if (axes < 1 || axes > AXES) {
            throw new IllegalArgumentException(
                    "a convolution over "
                            + axes
                            + " axes: expected 1 to 3; reshape the others into the batch");
        }
        if (groups < 1 || channels % groups != 0 || outputChannels % groups != 0) {
            throw new IllegalArgumentException(
                    groups
                            + " groups for "
                            + channels
                            + " channels in and "
                            + outputChannels
                            + " out: the number of groups must divide both");
        }
        this.input = threeAxes("input", input, 1, 0);
        this.kernel = threeAxes("kernel", kernel, 1, 1);
        this.stride = threeAxes("stride", stride, 1, 1);
        this.padLow = threeAxes("padLow", padLow, 0, 0);
        this.padHigh = threeAxes("padHigh", padHigh, 0, 0);
        this.dilation = threeAxes("dilation", dilation, 1, 1);
        for (int axis = 0; axis < AXES; axis++) {
            int room = framed(axis) - reach(axis) - 1;
            output[axis] = room < 0 ? 0 : room / this.stride[axis] + 1;
        }
        inputFrame = Frame.ofInput(this);
        outputGradientFrame = Frame.ofOutputGradient(this);
    }

    private int[] threeAxes(String name, int[] given, int missing, int least) {
        if (given.length != axes) {
            throw new IllegalArgumentException(
                    name
                            + " is "
                            + Arrays.toString(given)
                            + " but the input has "
                            + axes
                            + " spatial axes: give one entry for each");
        }
        int[] full = new int[AXES];
        Arrays.fill(full, missing);
        for (int axis = 0; axis < axes; axis++) {
            if (given[axis] < least) {
                throw new IllegalArgumentException(
                        name
                                + " is "
                                + Arrays.toString(given)
                                + ": every entry must be at least "
                                + least);
            }
            full[AXES - axes + axis] = given[axis];
        }
        return full;
    }

    /// Counts the images.
    public int batch() {
        return batch;
    }

    /// Counts the channels of the input.
    public int channels() {
        return channels;
    }

    /// Counts the channels of the output.
    public int outputChannels() {
        return outputChannels;
    }

    /// Counts the groups of channels that are convolved apart from each other.
    public int groups() {
        return groups;
    }

    /// Returns the spatial sizes of the output, one for each axis given.
    public int[] output() {
        return Arrays.copyOfRange(output, AXES - axes, AXES);
    }

    /// Counts the places of one input image.
    public int inputPixels() {
        return input[0] * input[1] * input[2];
    }

    /// Counts the places of one output image: the rows a forward pass finishes for each image.
    public int outputPixels() {
        return output[0] * output[1] * output[2];
    }

    /// Counts the positions of the kernel.
    public int kernelPositions() {
        return kernel[0] * kernel[1] * kernel[2];
    }

    /// Counts the rows of the weights seen as a matrix `[kernel... * channels / groups,
    /// outputChannels]`.
    public int weightRows() {
        return kernelPositions() * channelsOfGroup();
    }

    int channelsOfGroup() {
        return channels / groups;
    }

    int outputChannelsOfGroup() {
        return outputChannels / groups;
    }

    int input(int axis) {
        return input[axis];
    }

    int output(int axis) {
        return output[axis];
    }

    int kernel(int axis) {
        return kernel[axis];
    }

    int stride(int axis) {
        return stride[axis];
    }

    int padLow(int axis) {
        return padLow[axis];
    }

    int dilation(int axis) {
        return dilation[axis];
    }

    /// Gives the distance from the first to the last position of the kernel.
    int reach(int axis) {
        return dilation[axis] * (kernel[axis] - 1);
    }

    /// Gives the size of the input with its padding.
    int framed(int axis) {
        return input[axis] + padLow[axis] + padHigh[axis];
    }

    Frame inputFrame() {
        return inputFrame;
    }

    Frame outputGradientFrame() {
        return outputGradientFrame;
    }

    /// Tells whether every channel is convolved by itself.
    boolean depthwise() {
        return groups == channels && outputChannels == channels;
    }
}
