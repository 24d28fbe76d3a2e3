package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatPanels;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Computes the gradient of a convolution's weights by the method of [Winograd], transposed.
///
/// Tiles of the input and of the output's gradient are both transformed to 36 planes; each plane of
/// the one, transposed, times that of the other is one plane of the transformed gradient, summed up
/// over all tiles of a stretch of images and only then transformed back. Each sum is a chain over
/// tiles in row-major order, image after image.
final class WinogradWeightsGradient extends FloatWeightsGradient {

    /// Tiles for which it pays to fetch the sums and put them back.
    private static final int LEAST_TILES = 36;

    private final int channels;
    private final int outputs;
    private final int tilesDown;
    private final int tilesAcross;
    private final int blockRows;
    private final int inputPlane;
    private final int outputPlane;
    private final int outputPlanes;
    private final WinogradPicture inputPicture;
    private final WinogradGradientPicture outputPicture;
    private final int[] starts;
    private final int[] steps;

    WinogradWeightsGradient(ConvolveShape shape) {
        super(shape);
        channels = shape.channels();
        outputs = shape.outputChannels();
        tilesDown = Winograd.tiles(shape.output(1));
        tilesAcross = Winograd.tiles(shape.output(2));
        inputPicture =
                new WinogradPicture(
                        shape.input(1),
                        shape.input(2),
                        channels,
                        shape.padLow(1),
                        shape.padLow(2),
                        tilesAcross);
        outputPicture = new WinogradGradientPicture(shape.output(1), shape.output(2), outputs);
        int limit = Winograd.tilesTogether(channels + outputs, LEAST_TILES);
        int share = shape.batch() / stretches(shape) * tilesDown;
        blockRows = Math.max(1, Math.min(share, limit / tilesAcross));
        int tiles = blockRows * tilesAcross;
        inputPlane = Winograd.plane(tiles * channels);
        outputPlane = Winograd.plane(tiles * outputs);
        outputPlanes = Winograd.BASE + Winograd.PRODUCTS * inputPlane;
        starts = new int[channels];
        Arrays.setAll(starts, i -> i);
        steps = new int[tiles];
        Arrays.setAll(steps, i -> i * channels);
    }

    @Override
    void sum(int from, int to, float[] gradient, int place) {
        int products = outputPlanes + Winograd.PRODUCTS * outputPlane;
        int planes = Winograd.PRODUCTS * channels * outputs;
        int strip = products + planes;
        int back = 18 * channels * outputs;
        int size = Math.max(back, inputPicture.memory() + outputPicture.memory());
        float[] memory = Scratch.ofThisThread().floats(strip + size);
        inputPicture.clear(memory, strip);
        outputPicture.clear(memory, strip + inputPicture.memory());
        int end = to * tilesDown;
        for (int row = from * tilesDown; row < end; row += blockRows) {
            int next = Math.min(end, row + blockRows);
            transform(memory, strip, row, next);
            multiply(memory, products, (next - row) * tilesAcross, row > from * tilesDown);
        }
        transformBack(memory, products, strip, gradient, place);
    }

    private void transform(float[] memory, int strip, int from, int to) {
        for (int row = from; row < to; row++) {
            int image = row / tilesDown;
            int tile = (row - from) * tilesAcross;
            inputPicture.transform(
                    left(),
                    leftOffset() + image * inputPicture.elements(),
                    row % tilesDown,
                    memory,
                    strip,
                    Winograd.BASE + tile * channels,
                    inputPlane);
            outputPicture.transform(
                    right(),
                    rightOffset() + image * outputPicture.elements(),
                    row % tilesDown,
                    memory,
                    strip + inputPicture.memory(),
                    outputPlanes + tile * outputs,
                    outputPlane);
        }
    }

    private void multiply(float[] memory, int products, int tiles, boolean accumulate) {
        FloatPanels panels = Scratch.ofThisThread().turnedPanels();
        for (int p = 0; p < Winograd.PRODUCTS; p++) {
            int right = outputPlanes + p * outputPlane;
            int left = Winograd.BASE + p * inputPlane;
            int place = products + p * channels * outputs;
            if (WinogradProducts.multiplyTurned(
                    memory,
                    left,
                    channels,
                    tiles,
                    memory,
                    right,
                    outputs,
                    memory,
                    place,
                    accumulate)) {
                continue;
            }
            panels.take(memory, right, outputs, tiles, outputs);
            panels.multiplyTurned(
                    memory,
                    starts,
                    0,
                    channels,
                    steps,
                    left,
                    0,
                    tiles,
                    memory,
                    place,
                    outputs,
                    accumulate);
        }
    }

    private void transformBack(
            float[] memory, int products, int strip, float[] gradient, int place) {
        int plane = channels * outputs;
        for (int y = 0; y < Winograd.REACH; y++) {
            WinogradSteps.IN_FORCE.kernelGradient(
                    memory,
                    products + y * Winograd.REACH * plane,
                    plane,
                    memory,
                    strip + y * 3 * plane,
                    plane,
                    plane);
        }
        WinogradSteps.IN_FORCE.kernelGradient(
                memory, strip, 3 * plane, gradient, place, 3 * plane, 3 * plane);
    }
}
