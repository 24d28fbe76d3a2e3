package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// Where the places of one [Lattice] find their input once images are laid out plane by plane.
///
/// A plane holds one channel of a framed image; with strides, the frame is dealt out to a plane for
/// each remainder on each axis, so that places a stride apart stand side by side. Then neighbours in
/// the result meet neighbours in a plane at every position of the kernel: all places of an image are
/// one stretch, in which a few between the rows are computed for nothing.
final class PlanarLattice {

    private final int[] counts = new int[ConvolveShape.AXES];
    private final int[] phases;
    private final int[] offsets;
    private final Lattice lattice;

    private PlanarLattice(Lattice lattice, int[] phases, int[] offsets) {
        this.lattice = lattice;
        this.phases = phases;
        this.offsets = offsets;
    }

    /// Lays out the places of a forward pass in planes of `size`, which is the frame's by the stride.
    static PlanarLattice ofForward(ConvolveShape shape, Lattice lattice, int[] size) {
        int[] phases = new int[shape.kernelPositions()];
        int[] offsets = new int[phases.length];
        for (int i = 0; i < phases.length; i++) {
            int rest = i;
            int step = 1;
            int[] at = new int[ConvolveShape.AXES];
            for (int axis = ConvolveShape.AXES - 1; axis >= 0; axis--) {
                int place = rest % shape.kernel(axis) * shape.dilation(axis);
                rest /= shape.kernel(axis);
                phases[i] += place % shape.stride(axis) * step;
                step *= shape.stride(axis);
                at[axis] = place / shape.stride(axis);
            }
            offsets[i] = (at[0] * size[1] + at[1]) * size[2] + at[2];
        }
        var planar = new PlanarLattice(lattice, phases, offsets);
        Arrays.setAll(planar.counts, shape::output);
        return planar;
    }

    /// Lays out the places of a lattice of the gradient of the input, in planes of the frame's size.
    static PlanarLattice ofInputGradient(Lattice lattice, Frame frame) {
        int[] shifts = lattice.shifts();
        int[] offsets = new int[shifts.length];
        int start = lattice.visits() == 0 ? 0 : lattice.starts()[0];
        Arrays.setAll(offsets, i -> (start + shifts[i]) / frame.channels());
        var planar = new PlanarLattice(lattice, new int[shifts.length], offsets);
        Arrays.setAll(planar.counts, lattice::count);
        return planar;
    }

    /// Counts the places along an axis.
    int count(int axis) {
        return counts[axis];
    }

    /// Counts the places of an image.
    int visits() {
        return lattice.visits();
    }

    /// Lists the positions of the kernel that take part, in the order of summation.
    int[] positions() {
        return lattice.positions();
    }

    /// Gives for each of [#positions] which of the planes of a channel it looks at.
    int[] phases() {
        return phases;
    }

    /// Gives for each of [#positions] how far into the plane the first place looks.
    int[] offsets() {
        return offsets;
    }

    /// Gives the place of the result, in one image, of the place that begins a row.
    int result(int z, int y) {
        return lattice.results()[(z * counts[1] + y) * counts[2]];
    }

    /// Gives how far apart neighbours of a row are in the result.
    int resultStep() {
        return counts[2] > 1 ? lattice.results()[1] - lattice.results()[0] : 1;
    }
}
