package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// Copies images into a frame of zeros, so that a kernel may reach over their edges without asking.
///
/// Place `i` of an image axis goes to place `low + i * step` of the frame; what would fall outside
/// is left out. For a forward pass `step` is 1. For the gradient of a convolution with a stride,
/// `step` is that stride: the places between are zeros.
final class Frame {

    private final int[] image = new int[ConvolveShape.AXES];
    private final int[] size = new int[ConvolveShape.AXES];
    private final int[] low = new int[ConvolveShape.AXES];
    private final int[] step = {1, 1, 1};
    private final int[] places = new int[ConvolveShape.AXES];
    private final int[] stride = {1, 1, 1};
    private final int[] positions;
    private final int channels;

    private Frame(int channels, int positions) {
        this.channels = channels;
        this.positions = new int[positions];
    }

    /// Frames the input as a forward pass needs it.
    static Frame ofInput(ConvolveShape shape) {
        var frame = new Frame(shape.channels(), shape.kernelPositions());
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            frame.image[axis] = shape.input(axis);
            frame.size[axis] = shape.framed(axis);
            frame.low[axis] = shape.padLow(axis);
            frame.places[axis] = shape.output(axis);
            frame.stride[axis] = shape.stride(axis);
        }
        frame.fillPositions(shape);
        return frame;
    }

    /// Frames the gradient of the output so that convolving it gives the gradient of the input.
    static Frame ofOutputGradient(ConvolveShape shape) {
        var frame = new Frame(shape.outputChannels(), shape.kernelPositions());
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            frame.image[axis] = shape.output(axis);
            frame.size[axis] = shape.input(axis) + shape.reach(axis);
            frame.low[axis] = shape.reach(axis) - shape.padLow(axis);
            frame.step[axis] = shape.stride(axis);
            frame.places[axis] = shape.input(axis);
        }
        frame.fillPositions(shape);
        return frame;
    }

    /// Frames the gradient of the output without zeros between its places, as wide as the places of
    /// [Lattice] reach.
    static Frame ofOutputGradientWithoutGaps(ConvolveShape shape) {
        var frame = new Frame(shape.outputChannels(), 0);
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            int stride = shape.stride(axis);
            int least = Math.floorDiv(shape.padLow(axis) - shape.reach(axis), stride);
            int most = Math.floorDiv(shape.padLow(axis) + shape.input(axis) - 1, stride);
            frame.image[axis] = shape.output(axis);
            frame.size[axis] = Math.max(0, most - least + 1);
            frame.low[axis] = -least;
        }
        return frame;
    }

    private void fillPositions(ConvolveShape shape) {
        int i = 0;
        for (int z = 0; z < shape.kernel(0); z++) {
            for (int y = 0; y < shape.kernel(1); y++) {
                int row = z * shape.dilation(0) * size[1] + y * shape.dilation(1);
                for (int x = 0; x < shape.kernel(2); x++) {
                    positions[i++] = (row * size[2] + x * shape.dilation(2)) * channels;
                }
            }
        }
    }

    /// Gives the distance in elements of each position of the kernel from its first.
    int[] positions() {
        return positions;
    }

    /// Gives the place in the frame of a place of the image, which may lie outside the image.
    int place(int z, int y, int x) {
        return distance(z + low[0], y + low[1], x + low[2]);
    }

    /// Gives the distance in elements of places that lie so far apart along the axes.
    int distance(int z, int y, int x) {
        return ((z * size[1] + y) * size[2] + x) * channels;
    }

    /// Counts the places a kernel visits in the frame.
    int visits() {
        return places[0] * places[1] * places[2];
    }

    /// Notes where the kernel begins at each place it visits, for a number of frames in a row.
    void fillStarts(int[] starts, int images, int channel) {
        int i = 0;
        for (int frame = 0; frame < images; frame++) {
            for (int z = 0; z < places[0]; z++) {
                for (int y = 0; y < places[1]; y++) {
                    int row = (z * stride[0] * size[1] + y * stride[1]) * size[2];
                    int start = frame * elements() + row * channels + channel;
                    for (int x = 0; x < places[2]; x++) {
                        starts[i++] = start + x * stride[2] * channels;
                    }
                }
            }
        }
    }

    int size(int axis) {
        return size[axis];
    }

    int channels() {
        return channels;
    }

    int elements() {
        return size[0] * size[1] * size[2] * channels;
    }

    int imageElements() {
        return image[0] * image[1] * image[2] * channels;
    }

    /// Tells whether the frame would equal the image, which can then be read where it is.
    boolean needless() {
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            if (size[axis] != image[axis]
                    || low[axis] != 0
                    || (step[axis] != 1 && image[axis] > 1)) {
                return false;
            }
        }
        return true;
    }

    /// Copies `count` images that begin at `from[start]` to frames, one after another.
    void copy(float[] from, int start, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            copyOne(from, start + i * imageElements(), to, i * elements());
        }
    }

    /// Copies the image that begins at `from[start]` to the frame that begins at `to[place]`.
    ///
    /// Only what its rows leave free is cleared, so that nothing is written twice.
    private void copyOne(float[] from, int start, float[] to, int place) {
        int cleared = place;
        for (int z = 0; z < image[0]; z++) {
            for (int y = 0; y < image[1]; y++) {
                int intoZ = low[0] + z * step[0];
                int intoY = low[1] + y * step[1];
                if (intoZ >= 0 && intoZ < size[0] && intoY >= 0 && intoY < size[1]) {
                    int row = start + (z * image[1] + y) * image[2] * channels;
                    int into = place + (intoZ * size[1] + intoY) * size[2] * channels;
                    cleared = copyRow(from, row, to, into, cleared);
                }
            }
        }
        Arrays.fill(to, cleared, place + elements(), 0f);
    }

    /// Copies a row of the image to the row of the frame that begins at `to[place]`, clears what
    /// stands before it from `cleared` on, and returns where the copied places end.
    private int copyRow(float[] from, int start, float[] to, int place, int cleared) {
        int first = low[2] >= 0 ? 0 : (step[2] - 1 - low[2]) / step[2];
        int room = size[2] - low[2];
        int end = room <= 0 ? 0 : Math.min(image[2], (room - 1) / step[2] + 1);
        if (first >= end) {
            return cleared;
        }
        int into = place + (low[2] + first * step[2]) * channels;
        int after = place + (low[2] + (end - 1) * step[2] + 1) * channels;
        if (step[2] == 1) {
            Arrays.fill(to, cleared, into, 0f);
            System.arraycopy(from, start + first * channels, to, into, after - into);
            return after;
        }
        Arrays.fill(to, cleared, after, 0f);
        for (int x = first; x < end; x++) {
            System.arraycopy(from, start + x * channels, to, into, channels);
            into += step[2] * channels;
        }
        return after;
    }
}
