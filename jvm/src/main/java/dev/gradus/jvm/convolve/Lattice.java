package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// The places of a result that meet the same positions of the kernel.
///
/// A convolution has one lattice: every place of its output meets all positions. The gradient of
/// the input of a convolution with strides `s` has one for each remainder modulo `s` on each axis,
/// because a position of the kernel reaches only places with the fitting remainder; each lattice is
/// an ordinary correlation of the output's gradient with a part of the kernel.
final class Lattice {

    private final int visits;
    private final int[] counts;
    private final int[] starts;
    private final int[] results;
    private final int[] positions;
    private final int[] shifts;

    private Lattice(int[] counts, int[] starts, int[] results, int[] positions, int[] shifts) {
        this.counts = counts;
        this.visits = starts.length;
        this.starts = starts;
        this.results = results;
        this.positions = positions;
        this.shifts = shifts;
    }

    /// Makes the only lattice of a convolution.
    static Lattice[] ofForward(ConvolveShape shape) {
        Frame frame = shape.inputFrame();
        int[] starts = new int[frame.visits()];
        frame.fillStarts(starts, 1, 0);
        int[] counts = {shape.output(0), shape.output(1), shape.output(2)};
        int[] positions = new int[shape.kernelPositions()];
        int[] results = new int[starts.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        for (int i = 0; i < results.length; i++) {
            results[i] = i;
        }
        return new Lattice[] {new Lattice(counts, starts, results, positions, frame.positions())};
    }

    /// Makes the lattices of the gradient of the input, on the output's gradient in `frame`.
    static Lattice[] ofInputGradient(ConvolveShape shape, Frame frame) {
        Lattice[] lattices = new Lattice[shape.stride(0) * shape.stride(1) * shape.stride(2)];
        int[] remainders = new int[ConvolveShape.AXES];
        for (int i = 0; i < lattices.length; i++) {
            remainders[0] = i / shape.stride(2) / shape.stride(1);
            remainders[1] = i / shape.stride(2) % shape.stride(1);
            remainders[2] = i % shape.stride(2);
            lattices[i] = ofInputGradient(shape, frame, remainders);
        }
        return lattices;
    }

    private static Lattice ofInputGradient(ConvolveShape shape, Frame frame, int[] remainders) {
        int[][] places = new int[ConvolveShape.AXES][];
        int[][] kernel = new int[ConvolveShape.AXES][];
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            places[axis] = places(shape, axis, remainders[axis]);
            kernel[axis] = kernel(shape, axis, remainders[axis]);
        }
        int count = places[0].length * places[1].length * places[2].length;
        int[] starts = new int[count];
        int[] results = new int[count];
        int i = 0;
        for (int z : places[0]) {
            for (int y : places[1]) {
                for (int x : places[2]) {
                    results[i] = (z * shape.input(1) + y) * shape.input(2) + x;
                    starts[i++] =
                            frame.place(
                                    (z + shape.padLow(0)) / shape.stride(0),
                                    (y + shape.padLow(1)) / shape.stride(1),
                                    (x + shape.padLow(2)) / shape.stride(2));
                }
            }
        }
        int[] positions = new int[kernel[0].length * kernel[1].length * kernel[2].length];
        int[] shifts = new int[positions.length];
        i = 0;
        for (int z : kernel[0]) {
            for (int y : kernel[1]) {
                for (int x : kernel[2]) {
                    positions[i] = (z * shape.kernel(1) + y) * shape.kernel(2) + x;
                    shifts[i++] =
                            -frame.distance(
                                    z * shape.dilation(0) / shape.stride(0),
                                    y * shape.dilation(1) / shape.stride(1),
                                    x * shape.dilation(2) / shape.stride(2));
                }
            }
        }
        int[] counts = {places[0].length, places[1].length, places[2].length};
        return new Lattice(counts, starts, results, positions, shifts);
    }

    /// Lists the places of the input along an axis that have a remainder, ascending.
    private static int[] places(ConvolveShape shape, int axis, int remainder) {
        int stride = shape.stride(axis);
        int first = Math.floorMod(remainder - shape.padLow(axis), stride);
        int[] places = new int[Math.max(0, (shape.input(axis) - first + stride - 1) / stride)];
        for (int i = 0; i < places.length; i++) {
            places[i] = first + i * stride;
        }
        return places;
    }

    /// Lists the positions of the kernel along an axis that reach a remainder, descending.
    private static int[] kernel(ConvolveShape shape, int axis, int remainder) {
        int[] all = new int[shape.kernel(axis)];
        int count = 0;
        for (int k = shape.kernel(axis) - 1; k >= 0; k--) {
            if (k * shape.dilation(axis) % shape.stride(axis) == remainder) {
                all[count++] = k;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /// Counts the places of one image.
    int visits() {
        return visits;
    }

    /// Counts the places of one image along an axis.
    int count(int axis) {
        return counts[axis];
    }

    /// Gives where the kernel begins for each place, in the frame of one image.
    int[] starts() {
        return starts;
    }

    /// Gives the place of the result, in one image, for each place.
    int[] results() {
        return results;
    }

    /// Lists the positions of the kernel that take part, in the order of summation.
    int[] positions() {
        return positions;
    }

    /// Gives for each of [#positions] how far from the kernel's beginning it looks.
    int[] shifts() {
        return shifts;
    }
}
