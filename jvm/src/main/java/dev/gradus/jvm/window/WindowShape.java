package dev.gradus.jvm.window;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Window;
import java.util.Arrays;

/// Describes windows that slide over one to three spatial axes, channels last.
///
/// - input: `[batch, input..., channels]`
/// - output: `[batch, output..., channels]`, where on each axis `output = (input + padLow + padHigh
///   - window) / stride + 1`, rounded down, or 0 where the window does not fit
public final class WindowShape {

    private static final int AXES = 3;

    /// Operations below which a second thread costs more than it saves.
    private static final long GRAIN = 64 * 1024;

    private final int batch;
    private final int channels;
    private final int axes;
    private final int[] input;
    private final int[] window;
    private final int[] stride;
    private final int[] padLow;
    private final int[] output = new int[AXES];
    private final PlaceLists inputsOfOutputs;
    private final PlaceLists outputsOfInputs;
    private final EvenRuns runsOfOutputs;
    private final EvenRuns runsOfInputs;
    private final boolean windowsCover;
    private final boolean windowsOverlap;

    /// Describes windows; every array has one entry a spatial axis.
    ///
    /// @throws IllegalArgumentException if the arrays differ in length or a size is out of range
    public WindowShape(
            int batch,
            int[] input,
            int channels,
            int[] window,
            int[] stride,
            int[] padLow,
            int[] padHigh) {
        this.batch = batch;
        this.channels = channels;
        this.axes = input.length;
        if (axes < 1 || axes > AXES) {
            throw new IllegalArgumentException(
                    "windows over "
                            + axes
                            + " axes: expected 1 to 3; reshape the others into the batch");
        }
        this.input = threeAxes("input", input, 1, 0);
        this.window = threeAxes("window", window, 1, 1);
        this.stride = threeAxes("stride", stride, 1, 1);
        this.padLow = threeAxes("padLow", padLow, 0, 0);
        int[] high = threeAxes("padHigh", padHigh, 0, 0);
        for (int axis = 0; axis < AXES; axis++) {
            int room = this.input[axis] + this.padLow[axis] + high[axis] - this.window[axis];
            output[axis] = room < 0 ? 0 : room / this.stride[axis] + 1;
        }
        inputsOfOutputs = new PlaceLists(outputPixels());
        outputsOfInputs = new PlaceLists(inputPixels());
        listInputs();
        listOutputs();
        runsOfOutputs = new EvenRuns(inputsOfOutputs);
        runsOfInputs = new EvenRuns(outputsOfInputs);
        windowsCover = outputsOfInputs.shortest() > 0;
        windowsOverlap = outputsOfInputs.longest() > 1;
    }

    /// Describes windows of `geometry` over `images`, which are `[batch, spatial..., channels]`.
    static WindowShape of(Window.Geometry geometry, Shape images) {
        return new WindowShape(
                images.size(0),
                images.range(1, images.rank() - 1).toArray(),
                images.size(-1),
                geometry.size().toArray(),
                geometry.stride().toArray(),
                geometry.padLow().toArray(),
                geometry.padHigh().toArray());
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

    private void listInputs() {
        for (int place = 0; place < outputPixels(); place++) {
            int fromZ = coordinate(place, output, 0) * stride[0] - padLow[0];
            int fromY = coordinate(place, output, 1) * stride[1] - padLow[1];
            int fromX = coordinate(place, output, 2) * stride[2] - padLow[2];
            for (int z = Math.max(0, fromZ); z < Math.min(input[0], fromZ + window[0]); z++) {
                for (int y = Math.max(0, fromY); y < Math.min(input[1], fromY + window[1]); y++) {
                    int row = (z * input[1] + y) * input[2];
                    int end = Math.min(input[2], fromX + window[2]);
                    for (int x = Math.max(0, fromX); x < end; x++) {
                        inputsOfOutputs.add(row + x);
                    }
                }
            }
            inputsOfOutputs.closeList();
        }
    }

    private void listOutputs() {
        for (int place = 0; place < inputPixels(); place++) {
            int inputZ = coordinate(place, input, 0);
            int inputY = coordinate(place, input, 1);
            int inputX = coordinate(place, input, 2);
            for (int z = firstOutput(inputZ, 0); z < endOutput(inputZ, 0); z++) {
                for (int y = firstOutput(inputY, 1); y < endOutput(inputY, 1); y++) {
                    int row = (z * output[1] + y) * output[2];
                    for (int x = firstOutput(inputX, 2); x < endOutput(inputX, 2); x++) {
                        outputsOfInputs.add(row + x);
                    }
                }
            }
            outputsOfInputs.closeList();
        }
    }

    /// Finds the first window that reaches as far as a coordinate of the input.
    private int firstOutput(int coordinate, int axis) {
        int start = coordinate + padLow[axis] - window[axis] + 1;
        return start <= 0 ? 0 : (start + stride[axis] - 1) / stride[axis];
    }

    /// Finds the first window that begins behind a coordinate of the input.
    private int endOutput(int coordinate, int axis) {
        return Math.min(output[axis], (coordinate + padLow[axis]) / stride[axis] + 1);
    }

    private static int coordinate(int place, int[] sizes, int axis) {
        int index = place;
        for (int inner = AXES - 1; inner > axis; inner--) {
            index /= sizes[inner];
        }
        return index % sizes[axis];
    }

    /// Counts the images.
    public int batch() {
        return batch;
    }

    /// Counts the channels, which windows never mix.
    public int channels() {
        return channels;
    }

    /// Returns the spatial sizes of the output, one for each axis given.
    public int[] output() {
        return Arrays.copyOfRange(output, AXES - axes, AXES);
    }

    /// Counts the places of one input image.
    public int inputPixels() {
        return input[0] * input[1] * input[2];
    }

    /// Counts the places of one output image.
    public int outputPixels() {
        return output[0] * output[1] * output[2];
    }

    /// Returns how many images a thread must be given to be worth its call, where the whole batch
    /// takes `operations`.
    int imagesWorthSharing(long operations) {
        long each = Math.max(1, operations / Math.max(1, batch));
        return (int) Math.max(1, GRAIN / each);
    }

    /// Tells whether every place lies in a window.
    boolean windowsCover() {
        return windowsCover;
    }

    /// Tells whether a place lies in more than one window.
    boolean windowsOverlap() {
        return windowsOverlap;
    }

    /// Lists for each window the places of the input it covers, in row-major order.
    PlaceLists inputsOfOutputs() {
        return inputsOfOutputs;
    }

    /// Parts the lists of [#inputsOfOutputs] into runs.
    EvenRuns runsOfOutputs() {
        return runsOfOutputs;
    }

    /// Parts the lists of [#outputsOfInputs] into runs.
    EvenRuns runsOfInputs() {
        return runsOfInputs;
    }

    /// Lists for each place of the input the windows that cover it, in row-major order.
    PlaceLists outputsOfInputs() {
        return outputsOfInputs;
    }
}
