package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Convolves each channel by itself; without sums over channels there is no matrix product in it.
///
/// Output and gradient of the input are shared out by images, the gradient of the weights by
/// positions of the kernel: its sums run over all images in one chain. Four positions at a time keep
/// chains from waiting for themselves: 64 pictures of 32 px, 32 channels, 3×3 took 3.8 ms position by
/// position and take 1.4.
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
        parts = partsOf(kind == Kind.WEIGHTS_GRADIENT ? (positions + 3) / 4 : shape.batch(), work);
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
        // the gradient of the weights takes four positions of the kernel at a time
        int each = kind == Kind.WEIGHTS_GRADIENT ? 4 : 1;
        int all = kind == Kind.WEIGHTS_GRADIENT ? shape.kernelPositions() : shape.batch();
        int from = begin((all + each - 1) / each, parts, index) * each;
        int to = Math.min(all, begin((all + each - 1) / each, parts, index + 1) * each);
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
            int position = from;
            for (; position + 4 <= to; position += 4) {
                FloatChains.IN_FORCE.four(
                        source,
                        places,
                        visits,
                        shift,
                        within,
                        position,
                        right(),
                        rightOffset() + image * visits * channels,
                        result(),
                        resultOffset() + position * channels,
                        channels,
                        channels);
            }
            for (; position < to; position++) {
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
