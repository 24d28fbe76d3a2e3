package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.RowsDone;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Convolves each channel by itself; without sums over channels there is no matrix product in it.
final class FloatDepthwise {

    private FloatDepthwise() {}

    static void forward(
            ConvolveShape shape,
            float[] input,
            int inputOffset,
            float[] weights,
            int weightsOffset,
            float[] output,
            int outputOffset,
            int from,
            int to,
            RowsDone done) {
        slide(
                shape,
                shape.inputFrame(),
                input,
                inputOffset,
                weights,
                weightsOffset,
                output,
                outputOffset,
                from,
                to,
                done);
    }

    static void inputGradient(
            ConvolveShape shape,
            float[] outputGradient,
            int outputGradientOffset,
            float[] weights,
            int weightsOffset,
            float[] inputGradient,
            int inputGradientOffset,
            int from,
            int to) {
        int channels = shape.channels();
        int positions = shape.kernelPositions();
        float[] turned = Scratch.ofThisThread().floats(positions * channels);
        for (int position = 0; position < positions; position++) {
            int start = weightsOffset + (positions - 1 - position) * channels;
            System.arraycopy(weights, start, turned, position * channels, channels);
        }
        slide(
                shape,
                shape.outputGradientFrame(),
                outputGradient,
                outputGradientOffset,
                turned,
                0,
                inputGradient,
                inputGradientOffset,
                from,
                to,
                RowsDone.NOTHING);
    }

    private static void slide(
            ConvolveShape shape,
            Frame frame,
            float[] images,
            int imagesOffset,
            float[] weights,
            int weightsOffset,
            float[] output,
            int outputOffset,
            int from,
            int to,
            RowsDone done) {
        Scratch scratch = Scratch.ofThisThread();
        int channels = shape.channels();
        int positions = shape.kernelPositions();
        int visits = frame.visits();
        int[] places = scratch.starts(visits);
        frame.fillStarts(places, 1, 0);
        int[] within = frame.positions();
        boolean framed = !frame.needless();
        float[] source = framed ? scratch.image(frame.elements()) : images;
        for (int image = from; image < to; image++) {
            int shift = imagesOffset + image * frame.imageElements();
            if (framed) {
                frame.copy(images, shift, source, 0);
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
                        output,
                        outputOffset + (image * visits + p) * channels,
                        channels,
                        false);
            }
            done.rows(image * visits, (image + 1) * visits);
        }
    }

    static void weightsGradient(
            ConvolveShape shape,
            float[] input,
            int inputOffset,
            float[] outputGradient,
            int outputGradientOffset,
            float[] weightsGradient,
            int weightsGradientOffset,
            int from,
            int to) {
        Scratch scratch = Scratch.ofThisThread();
        Frame frame = shape.inputFrame();
        int channels = shape.channels();
        int visits = frame.visits();
        int[] places = scratch.starts(visits);
        frame.fillStarts(places, 1, 0);
        int[] within = frame.positions();
        boolean framed = !frame.needless();
        float[] source = framed ? scratch.image(frame.elements()) : input;
        Arrays.fill(
                weightsGradient,
                weightsGradientOffset + from * channels,
                weightsGradientOffset + to * channels,
                0f);
        for (int image = 0; image < shape.batch(); image++) {
            int shift = inputOffset + image * frame.imageElements();
            if (framed) {
                frame.copy(input, shift, source, 0);
                shift = 0;
            }
            for (int position = from; position < to; position++) {
                FloatChains.IN_FORCE.run(
                        source,
                        places,
                        visits,
                        shift + within[position],
                        outputGradient,
                        outputGradientOffset + image * visits * channels,
                        weightsGradient,
                        weightsGradientOffset + position * channels,
                        channels,
                        true);
            }
        }
    }
}
