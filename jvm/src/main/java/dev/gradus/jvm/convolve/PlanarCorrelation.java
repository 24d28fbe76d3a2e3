package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatTransposition;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Slides a kernel over images laid out plane by plane, for convolutions with few columns: one or
/// three channels of a picture's gradient, or groups of few channels each.
///
/// A tile of [FloatCorrelation] holds columns in the lanes of its vectors, and with one column it
/// uses one lane in sixteen. Here lanes hold neighbouring places ([FloatPlanes]). Images are framed,
/// channels become planes ([PlanarLattice]), each group's columns are summed up over all places, and
/// the sums are dealt out to where the result wants them. The order of each sum is the one of
/// [FloatCorrelation], to the bit.
///
/// One core with AVX-512, batch 64, 3×3, by columns and by places (`ConvolveSpeed`): the gradient of
/// 28 px of 1 channel from 32 took 3.8 ms and takes 0.67, that of 32 px of 3 channels from 16 took
/// 2.7 and takes 0.68. 32 px of 32 channels in 8 groups took 7.4 ms and take 1.8; 32 groups of 1
/// channel in and 2 out took 19 and take 2.2.
final class PlanarCorrelation extends FloatPass {

    private static final int SLACK = FloatPlanes.SLACK;
    private static final int FRAME_ELEMENTS = 1 << 15;

    /// Columns of a group up to which the turning of places and planes pays.
    private static final int FEW_COLUMNS = 8;

    /// Positions of the kernel from which it pays with a single group.
    private static final int POSITIONS = 3;

    private final ConvolveShape shape;
    private final boolean backward;
    private final Frame frame;
    private final PlanarLattice[] lattices;
    private final int groupDepth;
    private final int groupColumns;
    private final int columns;
    private final int pixels;
    private final int channels;
    private final int together;
    private final int imageParts;

    /// The size of a plane of one image; those of several stand one after another.
    private final int[] size = new int[ConvolveShape.AXES];

    private final int planeElements;
    private final int planeStride;
    private final int sumsStride;

    /// For each plane of a channel, where its places stand in the frame; nothing where no position
    /// looks.
    private final int[][] lines;

    private final int[][] steps;
    private final int[] begins;
    private final int[] columnStarts;
    private final float[] weights;

    PlanarCorrelation(ConvolveShape shape, boolean backward) {
        this.shape = shape;
        this.backward = backward;
        groupDepth = backward ? shape.outputChannelsOfGroup() : shape.channelsOfGroup();
        groupColumns = backward ? shape.channelsOfGroup() : shape.outputChannelsOfGroup();
        columns = groupColumns * shape.groups();
        channels = groupDepth * shape.groups();
        pixels = backward ? shape.inputPixels() : shape.outputPixels();
        frame = backward ? Frame.ofOutputGradientWithoutGaps(shape) : shape.inputFrame();
        int phases = 1;
        for (int axis = 0; axis < ConvolveShape.AXES; axis++) {
            int stride = backward ? 1 : shape.stride(axis);
            size[axis] = (frame.size(axis) + stride - 1) / stride;
            phases *= stride;
        }
        planeElements = size[0] * size[1] * size[2];
        lattices = lattices();
        int batch = shape.batch();
        int room = FRAME_ELEMENTS / Math.max(1, planeElements * phases * channels);
        together = Math.max(1, Math.min(room, batch));
        planeStride = spaced(together * planeElements);
        sumsStride = spaced(together * planeElements + SLACK);
        long work = (long) batch * shape.outputPixels() * shape.weightRows();
        imageParts = partsOf(batch, work * shape.outputChannels());
        lines = new int[phases][0];
        steps = new int[lattices.length][];
        begins = new int[lattices.length];
        int depth = 0;
        for (int i = 0; i < lattices.length; i++) {
            begins[i] = depth;
            steps[i] = steps(lattices[i]);
            depth += steps[i].length;
        }
        columnStarts = new int[columns];
        Arrays.setAll(columnStarts, j -> j * sumsStride);
        weights = new float[shape.groups() * depth * groupColumns];
    }

    /// Tells whether it pays, by the shape alone, so that the answer is the same on every machine.
    static boolean suits(ConvolveShape shape, boolean backward) {
        int columns = backward ? shape.channelsOfGroup() : shape.outputChannelsOfGroup();
        return columns <= FEW_COLUMNS
                && (shape.groups() > 1 || shape.kernelPositions() >= POSITIONS);
    }

    /// Spaces planes so that they do not fall on the same lines of the cache.
    private static int spaced(int elements) {
        return (elements + 31) / 32 * 32 + 16;
    }

    private PlanarLattice[] lattices() {
        Lattice[] given =
                backward ? Lattice.ofInputGradient(shape, frame) : Lattice.ofForward(shape);
        PlanarLattice[] planar = new PlanarLattice[given.length];
        Arrays.setAll(
                planar,
                i ->
                        backward
                                ? PlanarLattice.ofInputGradient(given[i], frame)
                                : PlanarLattice.ofForward(shape, given[i], size));
        return planar;
    }

    /// Notes how far from a group's first plane each step of a sum looks.
    private int[] steps(PlanarLattice lattice) {
        int[] offsets = lattice.offsets();
        int[] all = new int[offsets.length * groupDepth];
        for (int k = 0; k < all.length; k++) {
            int position = k / groupDepth;
            int phase = lattice.phases()[position];
            if (lines[phase].length == 0) {
                lines[phase] = lines(phase);
            }
            int plane = phase * channels + k % groupDepth;
            all[k] = plane * planeStride + offsets[position];
        }
        return all;
    }

    /// Notes where the places of a plane stand in the frame, for as many images as are framed
    /// together; where the frame ends before the plane does, its first place stands in.
    private int[] lines(int phase) {
        int[] stride = {1, 1, 1};
        if (!backward) {
            Arrays.setAll(stride, shape::stride);
        }
        int[] all = new int[together * planeElements];
        for (int i = 0; i < all.length; i++) {
            int place = i % planeElements;
            int z = place / size[2] / size[1] * stride[0] + phase / stride[2] / stride[1];
            int y = place / size[2] % size[1] * stride[1] + phase / stride[2] % stride[1];
            int x = place % size[2] * stride[2] + phase % stride[2];
            boolean within = z < frame.size(0) && y < frame.size(1) && x < frame.size(2);
            all[i] = i / planeElements * frame.elements() + (within ? frame.distance(z, y, x) : 0);
        }
        return all;
    }

    @Override
    int stages() {
        return 2;
    }

    @Override
    int parts(int stage) {
        return stage == 0 ? 1 : imageParts;
    }

    @Override
    void part(int stage, int index) {
        if (stage == 0) {
            for (int group = 0; group < shape.groups(); group++) {
                for (int lattice = 0; lattice < lattices.length; lattice++) {
                    take(group, lattice);
                }
            }
            return;
        }
        int to = begin(shape.batch(), imageParts, index + 1);
        for (int image = begin(shape.batch(), imageParts, index); image < to; image += together) {
            images(image, Math.min(together, to - image));
        }
    }

    /// Sorts a group's part of the kernel by the steps of a lattice, a row of columns for each.
    private void take(int group, int lattice) {
        int depth = weights.length / shape.groups() / Math.max(1, groupColumns);
        int place = (group * depth + begins[lattice]) * groupColumns;
        int outputs = shape.outputChannels();
        for (int position : lattices[lattice].positions()) {
            int start = rightOffset() + position * shape.channelsOfGroup() * outputs;
            start += group * shape.outputChannelsOfGroup();
            if (backward) {
                FloatTransposition.transpose(
                        right(),
                        start,
                        outputs,
                        1,
                        weights,
                        place,
                        groupColumns,
                        groupColumns,
                        groupDepth);
            } else {
                for (int k = 0; k < groupDepth; k++) {
                    System.arraycopy(
                            right(),
                            start + k * outputs,
                            weights,
                            place + k * groupColumns,
                            groupColumns);
                }
            }
            place += groupDepth * groupColumns;
        }
    }

    private void images(int image, int count) {
        Scratch scratch = Scratch.ofThisThread();
        float[] source = left();
        int shift = leftOffset() + image * frame.imageElements();
        if (!frame.needless()) {
            source = scratch.image(together * frame.elements());
            frame.copy(left(), shift, source, count);
            shift = 0;
        }
        float[] planes =
                scratch.floats(Winograd.BASE + lines.length * channels * planeStride + SLACK);
        for (int phase = 0; phase < lines.length; phase++) {
            if (lines[phase].length > 0) {
                FloatPlanes.IN_FORCE.turn(
                        source,
                        shift,
                        lines[phase],
                        count * planeElements,
                        channels,
                        planes,
                        Winograd.BASE + phase * channels * planeStride,
                        planeStride);
            }
        }
        float[] sums = scratch.turned(Winograd.BASE + columns * sumsStride);
        for (int lattice = 0; lattice < lattices.length; lattice++) {
            if (lattices[lattice].visits() > 0) {
                add(lattice, planes, sums, count);
                dealOut(lattices[lattice], sums, image, count);
            }
        }
        done(image * pixels, (image + count) * pixels);
    }

    /// Sums up all columns of a lattice's places.
    private void add(int lattice, float[] planes, float[] sums, int count) {
        PlanarLattice it = lattices[lattice];
        int rows = (it.count(0) - 1) * size[1] + it.count(1) - 1;
        int length = (count - 1) * planeElements + rows * size[2] + it.count(2);
        int depth = weights.length / shape.groups() / Math.max(1, groupColumns);
        for (int group = 0; group < shape.groups(); group++) {
            int at = Winograd.BASE + group * groupDepth * planeStride;
            int from = (group * depth + begins[lattice]) * groupColumns;
            for (int j = 0; j < groupColumns; j += FloatPlanes.MOST_COLUMNS) {
                FloatPlanes.IN_FORCE.chains(
                        Math.min(FloatPlanes.MOST_COLUMNS, groupColumns - j),
                        planes,
                        at,
                        steps[lattice],
                        weights,
                        from + j,
                        groupColumns,
                        sums,
                        Winograd.BASE + (group * groupColumns + j) * sumsStride,
                        sumsStride,
                        length);
            }
        }
    }

    /// Writes the sums to the places of the result, row by row.
    private void dealOut(PlanarLattice lattice, float[] sums, int image, int count) {
        int stride = lattice.resultStep() * columns;
        for (int i = 0; i < count; i++) {
            int first = resultOffset() + (image + i) * pixels * columns;
            for (int z = 0; z < lattice.count(0); z++) {
                for (int y = 0; y < lattice.count(1); y++) {
                    FloatPlanes.IN_FORCE.turn(
                            sums,
                            Winograd.BASE + i * planeElements + (z * size[1] + y) * size[2],
                            columnStarts,
                            columns,
                            lattice.count(2),
                            result(),
                            first + lattice.result(z, y) * columns,
                            stride);
                }
            }
        }
    }
}
