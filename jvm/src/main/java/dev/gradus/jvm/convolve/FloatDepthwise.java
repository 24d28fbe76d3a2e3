package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Convolves each channel by itself; without sums over channels there is no matrix product in it.
///
/// Output and gradient of the input are shared out by images, the gradient of the weights by
/// positions of the kernel: its sums run over all images in one chain.
final class FloatDepthwise extends FloatPass {

    private final ConvolveShape shape;
    private final Kind kind;
    private final int parts;
    private final float[] turned;

    FloatDepthwise(ConvolveShape shape, Kind kind) {
        this.shape = shape;
        this.kind = kind;
        int positions = shape.kernelPositions();
        long work = (long) shape.batch() * shape.outputPixels() * shape.channels() * positions;
        parts = partsOf(kind == Kind.WEIGHTS_GRADIENT ? positions : shape.batch(), work);
        turned = new float[kind == Kind.INPUT_GRADIENT ? positions * shape.channels() : 0];
    }

    @Override
    int stages() {
        return 2;
    }

    @Override
    int parts(int stage) {
        if (stage == 0) {
            return kind == Kind.INPUT_GRADIENT ? 1 : 0;
        }
        return parts;
    }

    @Override
    void part(int stage, int index) {
        if (stage == 0) {
            turn();
            return;
        }
        int positions = shape.kernelPositions();
        int all = kind == Kind.WEIGHTS_GRADIENT ? positions : shape.batch();
        int from = begin(all, parts, index);
        int to = begin(all, parts, index + 1);
        switch (kind) {
            case FORWARD -> slide(shape.inputFrame(), right(), rightOffset(), from, to);
            case INPUT_GRADIENT -> slide(shape.outputGradientFrame(), turned, 0, from, to);
            case WEIGHTS_GRADIENT -> weightsGradient(from, to);
        }
    }

    private void turn() {
        int channels = shape.channels();
        int positions = shape.kernelPositions();
        for (int position = 0; position < positions; position++) {
            int start = rightOffset() + (positions - 1 - position) * channels;
            System.arraycopy(right(), start, turned, position * channels, channels);
        }
    }

    private void slide(Frame frame, float[] weights, int weightsOffset, int from, int to) {
        Scratch scratch = Scratch.ofThisThread();
        int channels = shape.channels();
        int positions = shape.kernelPositions();
        int visits = frame.visits();
        int[] places = scratch.starts(visits);
        frame.fillStarts(places, 1, 0);
        int[] within = frame.positions();
        boolean framed = !frame.needless();
        float[] source = framed ? scratch.image(frame.elements()) : left();
        for (int image = from; image < to; image++) {
            int shift = leftOffset() + image * frame.imageElements();
            if (framed) {
                frame.copy(left(), shift, source, 1);
                shift = 0;
            }
            for (int p = 0; p < visits; p++) {
                FloatChains.IN_FORCE.run(
                        source,
                        within,
                        positions,
                        shift + places[p],
                        weights,
                        weightsOffset,
                        result(),
                        resultOffset() + (image * visits + p) * channels,
                        channels,
                        false);
            }
            done(image * visits, (image + 1) * visits);
        }
    }

    private void weightsGradient(int from, int to) {
        Scratch scratch = Scratch.ofThisThread();
        Frame frame = shape.inputFrame();
        int channels = shape.channels();
        int visits = frame.visits();
        int[] places = scratch.starts(visits);
        frame.fillStarts(places, 1, 0);
        int[] within = frame.positions();
        boolean framed = !frame.needless();
        float[] source = framed ? scratch.image(frame.elements()) : left();
        Arrays.fill(result(), resultOffset() + from * channels, resultOffset() + to * channels, 0f);
        for (int image = 0; image < shape.batch(); image++) {
            int shift = leftOffset() + image * frame.imageElements();
            if (framed) {
                frame.copy(left(), shift, source, 1);
                shift = 0;
            }
            for (int position = from; position < to; position++) {
                FloatChains.IN_FORCE.run(
                        source,
                        places,
                        visits,
                        shift + within[position],
                        right(),
                        rightOffset() + image * visits * channels,
                        result(),
                        resultOffset() + position * channels,
                        channels,
                        true);
            }
        }
    }
}
