package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatPanels;
import dev.gradus.jvm.matmul.FloatTransposition;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Computes the output of a convolution, or the gradient of its input, by the method of [Winograd].
///
/// The transformed kernels are one matrix of `36 × depth` rows, made once a run. Tiles are then
/// taken in blocks of whole rows of tiles: transformed, multiplied 36 times, transformed back, and
/// copied to the result, whose lines are not in the cache: writing there straight from vectors, each
/// of which lies across two lines, made a whole pass 1.4 times as slow.
///
/// Each product is a chain over the channels in ascending order; [WinogradSteps] defines the rest.
final class WinogradCorrelation extends FloatPass {

    /// Tiles for which it pays to fetch the transformed kernels once more.
    private static final int LEAST_TILES = 24;

    /// Images up to which weights are compared with those of the run before: a model that answers
    /// single requests never changes them, and transforming them takes a third of its time.
    private static final int FEW_IMAGES = 8;

    private final boolean backward;
    private final int batch;
    private final int depth;
    private final int columns;
    private final int rows;
    private final int width;
    private final int tilesDown;
    private final int tilesAcross;
    private final int blockRows;
    private final int sourcePlane;
    private final int resultPlane;
    private final WinogradPicture picture;
    private final int[] starts;
    private final float[] transformed;
    private final FloatPanels kernels = FloatPanels.create();
    private final FloatPanels[] readers;
    private final int weightParts;
    private float[] known = new float[0];

    WinogradCorrelation(ConvolveShape shape, boolean backward) {
        this.backward = backward;
        batch = shape.batch();
        depth = backward ? shape.outputChannels() : shape.channels();
        columns = backward ? shape.channels() : shape.outputChannels();
        rows = backward ? shape.input(1) : shape.output(1);
        width = backward ? shape.input(2) : shape.output(2);
        tilesDown = Winograd.tiles(rows);
        tilesAcross = Winograd.tiles(width);
        picture =
                new WinogradPicture(
                        backward ? shape.output(1) : shape.input(1),
                        backward ? shape.output(2) : shape.input(2),
                        depth,
                        backward ? shape.reach(1) - shape.padLow(1) : shape.padLow(1),
                        backward ? shape.reach(2) - shape.padLow(2) : shape.padLow(2),
                        tilesAcross);
        long work = (long) batch * tilesDown * tilesAcross * Winograd.PRODUCTS * depth * columns;
        int limit = Winograd.tilesTogether(depth + columns, LEAST_TILES);
        int parts = partsOf(batch * tilesDown, work);
        int share = (batch * tilesDown + parts - 1) / parts;
        blockRows = Winograd.blockRows(tilesAcross, limit, share);
        int tiles = blockRows * tilesAcross;
        sourcePlane = Winograd.plane(WinogradProducts.rows(tiles) * depth);
        resultPlane = Winograd.plane(WinogradProducts.rows(tiles) * columns);
        starts = new int[tiles];
        Arrays.setAll(starts, i -> i * depth);
        transformed = new float[Winograd.BASE + Winograd.PRODUCTS * depth * columns];
        readers = new FloatPanels[parts];
        Arrays.setAll(readers, _ -> kernels.reader());
        weightParts = partsOf(depth, (long) Winograd.PRODUCTS * depth * columns);
    }

    @Override
    int stages() {
        return 3;
    }

    @Override
    int parts(int stage) {
        return switch (stage) {
            case 0 -> kernelsAreKnown() ? 0 : weightParts;
            // taken even if it has not changed: vectors may have been promoted since
            case 1 -> 1;
            default -> readers.length;
        };
    }

    @Override
    void part(int stage, int index) {
        switch (stage) {
            case 0 ->
                    transformKernels(
                            begin(depth, weightParts, index), begin(depth, weightParts, index + 1));
            case 1 ->
                    kernels.take(
                            transformed,
                            Winograd.BASE,
                            columns,
                            Winograd.PRODUCTS * depth,
                            columns);
            default -> {
                int all = batch * tilesDown;
                int to = begin(all, readers.length, index + 1);
                for (int row = begin(all, readers.length, index); row < to; row += blockRows) {
                    block(readers[index], row, Math.min(to, row + blockRows));
                }
            }
        }
    }

    private boolean kernelsAreKnown() {
        if (batch > FEW_IMAGES) {
            return false;
        }
        int size = 9 * depth * columns;
        int at = rightOffset();
        if (known.length == size && Arrays.equals(known, 0, size, right(), at, at + size)) {
            return true;
        }
        known = Arrays.copyOfRange(right(), at, at + size);
        return false;
    }

    /// Transforms the kernels of the channels `from` to `to` of the depth.
    private void transformKernels(int from, int to) {
        int part = (to - from) * columns;
        float[] memory = Scratch.ofThisThread().floats((9 + 18) * part);
        float[] source = right();
        int start = rightOffset() + from * columns;
        int line = depth * columns;
        if (backward) {
            turn(memory, from, to);
            source = memory;
            start = 0;
            line = part;
        }
        int strip = 9 * part;
        for (int x = 0; x < 3; x++) {
            WinogradSteps.IN_FORCE.kernel(
                    source, start + x * line, 3 * line, memory, strip + x * part, 3 * part, part);
        }
        for (int y = 0; y < Winograd.REACH; y++) {
            WinogradSteps.IN_FORCE.kernel(
                    memory,
                    strip + y * 3 * part,
                    part,
                    transformed,
                    Winograd.BASE + (y * Winograd.REACH * depth + from) * columns,
                    depth * columns,
                    part);
        }
    }

    /// Turns the kernel round and makes rows of its columns.
    private void turn(float[] memory, int from, int to) {
        int part = (to - from) * columns;
        for (int position = 0; position < 9; position++) {
            FloatTransposition.transpose(
                    right(),
                    rightOffset() + (8 - position) * depth * columns + from,
                    depth,
                    1,
                    memory,
                    position * part,
                    columns,
                    columns,
                    to - from);
        }
    }

    /// Computes rows `from` to `to` of all tiles.
    private void block(FloatPanels panels, int from, int to) {
        int products = Winograd.BASE + Winograd.PRODUCTS * sourcePlane;
        int strip = products + Winograd.PRODUCTS * resultPlane;
        int line = Winograd.TILE * tilesAcross * columns;
        int size = Math.max(picture.memory(), Winograd.TILE * line);
        float[] memory = Scratch.ofThisThread().floats(strip + size);
        picture.clear(memory, strip);
        for (int row = from; row < to; row++) {
            picture.transform(
                    left(),
                    leftOffset() + row / tilesDown * picture.elements(),
                    row % tilesDown,
                    memory,
                    strip,
                    Winograd.BASE + (row - from) * tilesAcross * depth,
                    sourcePlane);
        }
        int tiles = (to - from) * tilesAcross;
        for (int p = 0; p < Winograd.PRODUCTS; p++) {
            multiply(panels, p, tiles, memory, products + p * resultPlane);
        }
        for (int row = from; row < to; row++) {
            int place = products + (row - from) * tilesAcross * columns;
            transformBack(memory, place, strip, row / tilesDown, row % tilesDown);
        }
    }

    private void multiply(FloatPanels panels, int p, int tiles, float[] memory, int to) {
        int from = Winograd.BASE + p * sourcePlane;
        int kernel = Winograd.BASE + p * depth * columns;
        if (!WinogradProducts.multiply(
                memory, from, tiles, depth, transformed, kernel, columns, memory, to)) {
            panels.multiply(
                    memory,
                    starts,
                    0,
                    tiles,
                    from,
                    p * depth,
                    (p + 1) * depth,
                    memory,
                    to,
                    columns,
                    false);
        }
    }

    /// Takes a row of tiles back; what lies below the picture or beside it is left.
    private void transformBack(float[] memory, int place, int strip, int image, int tileRow) {
        int line = Winograd.TILE * tilesAcross * columns;
        WinogradSteps.IN_FORCE.result(
                memory,
                place,
                resultPlane,
                columns,
                memory,
                strip,
                line,
                columns,
                Winograd.TILE * columns,
                tilesAcross,
                columns);
        int first = tileRow * Winograd.TILE;
        int there = Math.min(Winograd.TILE, rows - first);
        int row = (image * rows + first) * width;
        for (int y = 0; y < there; y++) {
            int to = resultOffset() + (row + y * width) * columns;
            System.arraycopy(memory, strip + y * line, result(), to, width * columns);
        }
        done(row, row + there * width);
    }
}
