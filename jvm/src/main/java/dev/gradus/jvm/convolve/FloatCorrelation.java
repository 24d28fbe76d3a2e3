package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatPanels;
import dev.gradus.jvm.matmul.FloatTransposition;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Slides a kernel over framed images: the forward pass, and the gradient of the input as well.
///
/// A block of images is framed together, at least one and otherwise 128 KB of them, so that small
/// images fill whole tiles between them. Their places are then taken in blocks whose result stays
/// in the second-level cache; for each block the rows of the kernel are multiplied in turn. Where
/// such a row is short (few channels), all rows are taken as one whose elements are looked up in a
/// table, so that the sums are fetched and put back but once.
///
/// A stride of the forward pass costs nothing. For the gradient of the input it parts the places
/// into lattices ([Lattice]), whose results are computed side by side and then dealt out.
final class FloatCorrelation extends FloatPass {

    private static final int FRAME_ELEMENTS = 1 << 15;
    private static final int BLOCK_ELEMENTS = 1 << 15;

    /// Length of a kernel's row up to which a table of all rows pays: for rows of 48 (16 channels, 3
    /// places) it saves an eighth of the time, for rows of 96 nothing.
    private static final int SHORT_ROW = 48;

    /// Images below which each is cut into bands, lest threads go without work.
    private static final int FEW_IMAGES = 8;

    private final ConvolveShape shape;
    private final boolean backward;
    private final Frame frame;
    private final Lattice[] lattices;
    private final int groupDepth;
    private final int groupColumns;
    private final int pixels;
    private final int together;
    private final int block;
    private final int imageParts;
    private final int bands;
    private final int[][] starts;
    private final int[][] shifts;
    private final int[][] depths;
    private final int[][] steps;
    private final int[] begins;
    private final float[] turned;
    private final FloatPanels[] kernels;
    private final FloatPanels[][] readers;

    FloatCorrelation(ConvolveShape shape, boolean backward) {
        this.shape = shape;
        this.backward = backward;
        groupDepth = backward ? shape.outputChannelsOfGroup() : shape.channelsOfGroup();
        groupColumns = backward ? shape.channelsOfGroup() : shape.outputChannelsOfGroup();
        pixels = backward ? shape.inputPixels() : shape.outputPixels();
        frame = backward ? Frame.ofOutputGradientWithoutGaps(shape) : shape.inputFrame();
        lattices = backward ? Lattice.ofInputGradient(shape, frame) : Lattice.ofForward(shape);
        int columns = groupColumns * shape.groups();
        block = Math.max(96, BLOCK_ELEMENTS / Math.max(1, columns) / 12 * 12);
        int batch = shape.batch();
        int room = FRAME_ELEMENTS / Math.max(1, frame.elements());
        together = Math.max(1, Math.min(room, batch));
        long places = (long) batch * shape.outputPixels();
        long work = places * shape.weightRows() * shape.outputChannels();
        imageParts = partsOf(batch, work);
        bands =
                batch > 0 && batch < FEW_IMAGES && lattices.length == 1
                        ? partsOf(Math.min(4, Math.max(1, pixels / 24)), work / batch)
                        : 1;
        int count = lattices.length;
        starts = new int[count][];
        shifts = new int[count][];
        depths = new int[count][];
        steps = new int[count][];
        begins = new int[count];
        int depth = 0;
        for (int i = 0; i < count; i++) {
            begins[i] = depth;
            starts[i] = starts(lattices[i]);
            joinPositions(i);
            depth += lattices[i].positions().length * groupDepth;
        }
        turned = new float[backward ? shape.groups() * depth * groupColumns : 0];
        kernels = new FloatPanels[shape.groups()];
        Arrays.setAll(kernels, _ -> FloatPanels.create());
        readers = new FloatPanels[imageParts * bands][shape.groups()];
        for (FloatPanels[] reader : readers) {
            Arrays.setAll(reader, group -> kernels[group].reader());
        }
    }

    /// Notes where the kernel begins, for as many images as are framed together.
    private int[] starts(Lattice lattice) {
        int visits = lattice.visits();
        int[] all = new int[together * visits];
        for (int i = 0; i < all.length; i++) {
            all[i] = i / visits * frame.elements() + lattice.starts()[i % visits];
        }
        return all;
    }

    /// Joins positions of the kernel whose channels follow each other without a gap.
    private void joinPositions(int lattice) {
        int[] given = lattices[lattice].shifts();
        int[] joined = new int[given.length];
        int[] lengths = new int[given.length];
        int count = 0;
        for (int i = 0; i < given.length; i++) {
            boolean follows = i > 0 && given[i] == given[i - 1] + groupDepth;
            if (!follows) {
                joined[count++] = given[i];
            }
            lengths[count - 1] += groupDepth;
        }
        int whole = given.length * groupDepth;
        steps[lattice] = new int[0];
        if (count > 1 && whole / count <= SHORT_ROW) {
            int[] table = new int[whole];
            Arrays.setAll(table, k -> given[k / groupDepth] + k % groupDepth);
            steps[lattice] = table;
            count = 1;
            joined[0] = 0;
            lengths[0] = whole;
        }
        // a lattice that no position reaches still has zeros to write
        shifts[lattice] = Arrays.copyOf(joined, Math.max(1, count));
        depths[lattice] = Arrays.copyOf(lengths, Math.max(1, count));
    }

    @Override
    int stages() {
        return 3;
    }

    @Override
    int parts(int stage) {
        return switch (stage) {
            case 0 -> backward ? shape.groups() * lattices.length : 0;
            case 1 -> 1;
            default -> readers.length;
        };
    }

    @Override
    void part(int stage, int index) {
        switch (stage) {
            case 0 -> turn(index / lattices.length, index % lattices.length);
            case 1 -> takeKernels();
            default -> {
                int from = begin(shape.batch(), imageParts, index / bands);
                int to = begin(shape.batch(), imageParts, index / bands + 1);
                images(readers[index], from, to, index % bands);
            }
        }
    }

    /// Turns a group's kernel round, makes rows of its columns, and sorts it by lattice.
    private void turn(int group, int lattice) {
        int depth = turned.length / shape.groups() / Math.max(1, groupColumns);
        int place = (group * depth + begins[lattice]) * groupColumns;
        for (int position : lattices[lattice].positions()) {
            FloatTransposition.transpose(
                    right(),
                    rightOffset()
                            + position * groupColumns * shape.outputChannels()
                            + group * groupDepth,
                    shape.outputChannels(),
                    1,
                    turned,
                    place,
                    groupColumns,
                    groupColumns,
                    groupDepth);
            place += groupDepth * groupColumns;
        }
    }

    private void takeKernels() {
        int depth = shape.kernelPositions() * groupDepth;
        for (int group = 0; group < kernels.length; group++) {
            if (backward) {
                int start = group * depth * groupColumns;
                kernels[group].take(turned, start, groupColumns, depth, groupColumns);
            } else {
                int start = rightOffset() + group * groupColumns;
                kernels[group].take(right(), start, shape.outputChannels(), depth, groupColumns);
            }
        }
    }

    private void images(FloatPanels[] panels, int from, int to, int band) {
        for (int image = from; image < to; image += together) {
            int count = Math.min(together, to - image);
            float[] source = left();
            int shift = leftOffset() + image * frame.imageElements();
            if (!frame.needless()) {
                source = Scratch.ofThisThread().image(together * frame.elements());
                frame.copy(left(), shift, source, count);
                shift = 0;
            }
            if (lattices.length == 1) {
                int all = count * pixels;
                int end = begin(all, bands, band + 1);
                places(panels, source, shift, image, begin(all, bands, band), end);
            } else {
                for (int lattice = 0; lattice < lattices.length; lattice++) {
                    spread(panels, lattice, source, shift, image, count);
                }
                done(image * pixels, (image + count) * pixels);
            }
        }
    }

    /// Computes places `from` to `to`, counted from the first of `image`, where they belong.
    private void places(
            FloatPanels[] panels, float[] source, int shift, int image, int from, int to) {
        int first = image * pixels;
        int columns = groupColumns * shape.groups();
        int place = resultOffset() + first * columns;
        for (int p = from; p < to; p += block) {
            int end = Math.min(to, p + block);
            multiply(panels, 0, source, p, end, shift, result(), place);
            done(first + p, first + end);
        }
    }

    /// Computes the places of one lattice side by side and deals them out.
    private void spread(
            FloatPanels[] panels, int lattice, float[] source, int shift, int image, int count) {
        int columns = groupColumns * shape.groups();
        int visits = lattices[lattice].visits();
        int[] results = lattices[lattice].results();
        float[] rows = Scratch.ofThisThread().floats(block * columns);
        for (int p = 0; p < count * visits; p += block) {
            int end = Math.min(count * visits, p + block);
            multiply(panels, lattice, source, p, end, shift, rows, -p * columns);
            for (int i = p; i < end; i++) {
                int row = (image + i / visits) * pixels + results[i % visits];
                System.arraycopy(
                        rows, (i - p) * columns, result(), resultOffset() + row * columns, columns);
            }
        }
    }

    /// Multiplies the rows of places `from` to `to` of a lattice by all of its part of the kernel.
    private void multiply(
            FloatPanels[] panels,
            int lattice,
            float[] source,
            int from,
            int to,
            int shift,
            float[] output,
            int place) {
        int columns = groupColumns * shape.groups();
        boolean tabled = steps[lattice].length > 0;
        for (int group = 0; group < panels.length; group++) {
            int depth = begins[lattice];
            for (int i = 0; i < shifts[lattice].length; i++) {
                int start = shift + shifts[lattice][i] + group * groupDepth;
                int next = depth + depths[lattice][i];
                int into = place + group * groupColumns;
                if (tabled) {
                    panels[group].multiplyTurned(
                            source,
                            starts[lattice],
                            from,
                            to,
                            steps[lattice],
                            start,
                            depth,
                            next,
                            output,
                            into,
                            columns,
                            i > 0);
                } else {
                    panels[group].multiply(
                            source,
                            starts[lattice],
                            from,
                            to,
                            start,
                            depth,
                            next,
                            output,
                            into,
                            columns,
                            i > 0);
                }
                depth = next;
            }
        }
    }
}
