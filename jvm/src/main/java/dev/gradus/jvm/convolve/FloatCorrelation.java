package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatPanels;
import dev.gradus.jvm.matmul.FloatTransposition;
import dev.gradus.jvm.matmul.RowsDone;
import dev.gradus.jvm.matmul.Scratch;

/// Slides a kernel over framed images: the forward pass, and the gradient of the input as well.
///
/// A block of images is framed together, at least one and otherwise 128 KB of them, so that small
/// images fill whole tiles between them. Their places are then taken in blocks whose output stays
/// in the second-level cache; for each block all rows of the kernel are multiplied in turn.
final class FloatCorrelation {

    private static final int FRAME_ELEMENTS = 1 << 15;
    private static final int BLOCK_ELEMENTS = 1 << 15;

    private final Frame frame;
    private final ConvolveShape shape;
    private final int groupChannels;
    private final int groupOutputs;

    private FloatCorrelation(
            ConvolveShape shape, Frame frame, int groupChannels, int groupOutputs) {
        this.shape = shape;
        this.frame = frame;
        this.groupChannels = groupChannels;
        this.groupOutputs = groupOutputs;
    }

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
        var correlation =
                new FloatCorrelation(
                        shape,
                        shape.inputFrame(),
                        shape.channelsOfGroup(),
                        shape.outputChannelsOfGroup());
        FloatPanels panels = Scratch.ofThisThread().floatPanels();
        for (int group = 0; group < shape.groups(); group++) {
            panels.pack(
                    weights,
                    weightsOffset + group * shape.outputChannelsOfGroup(),
                    shape.outputChannels(),
                    1,
                    shape.weightRows(),
                    shape.outputChannelsOfGroup());
            RowsDone told = group == shape.groups() - 1 ? done : RowsDone.NOTHING;
            correlation.run(
                    group, panels, input, inputOffset, output, outputOffset, from, to, told);
        }
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
        int channels = shape.channelsOfGroup();
        int outputs = shape.outputChannelsOfGroup();
        var correlation =
                new FloatCorrelation(shape, shape.outputGradientFrame(), outputs, channels);
        Scratch scratch = Scratch.ofThisThread();
        FloatPanels panels = scratch.floatPanels();
        int positions = shape.kernelPositions();
        float[] turned = scratch.floats(positions * outputs * channels);
        for (int group = 0; group < shape.groups(); group++) {
            for (int position = 0; position < positions; position++) {
                FloatTransposition.transpose(
                        weights,
                        weightsOffset
                                + (positions - 1 - position) * channels * shape.outputChannels()
                                + group * outputs,
                        shape.outputChannels(),
                        1,
                        turned,
                        position * outputs * channels,
                        channels,
                        channels,
                        outputs);
            }
            panels.pack(turned, 0, channels, 1, positions * outputs, channels);
            correlation.run(
                    group,
                    panels,
                    outputGradient,
                    outputGradientOffset,
                    inputGradient,
                    inputGradientOffset,
                    from,
                    to,
                    RowsDone.NOTHING);
        }
    }

    private void run(
            int group,
            FloatPanels panels,
            float[] images,
            int imagesOffset,
            float[] output,
            int outputOffset,
            int from,
            int to,
            RowsDone done) {
        Scratch scratch = Scratch.ofThisThread();
        int pixels = frame.visits();
        int outputChannels = groupOutputs * shape.groups();
        boolean framed = !frame.needless();
        int together = Math.max(1, FRAME_ELEMENTS / Math.max(1, frame.elements()));
        int block = Math.max(96, BLOCK_ELEMENTS / Math.max(1, outputChannels) / 12 * 12);
        int[] starts = scratch.starts(together * pixels);
        frame.fillStarts(starts, together, group * groupChannels);
        for (int image = from; image < to; image += together) {
            int count = Math.min(together, to - image);
            float[] source = images;
            int shift = imagesOffset + image * frame.imageElements();
            if (framed) {
                source = scratch.image(together * frame.elements());
                for (int i = 0; i < count; i++) {
                    int start = shift + i * frame.imageElements();
                    frame.copy(images, start, source, i * frame.elements());
                }
                shift = 0;
            }
            int first = image * pixels;
            int place = outputOffset + first * outputChannels + group * groupOutputs;
            for (int p = 0; p < count * pixels; p += block) {
                int end = Math.min(count * pixels, p + block);
                allPositions(panels, source, starts, p, end, shift, output, place);
                done.rows(first + p, first + end);
            }
        }
    }

    private void allPositions(
            FloatPanels panels,
            float[] source,
            int[] starts,
            int from,
            int to,
            int shift,
            float[] output,
            int place) {
        boolean rowsAreContiguous = shape.groups() == 1 && shape.dilation(2) == 1;
        int step = rowsAreContiguous ? shape.kernel(2) : 1;
        int depth = step * groupChannels;
        int outputChannels = groupOutputs * shape.groups();
        int k = 0;
        for (int position = 0; position < shape.kernelPositions(); position += step) {
            panels.multiply(
                    source,
                    starts,
                    from,
                    to,
                    shift + frame.positions()[position],
                    k,
                    k + depth,
                    output,
                    place,
                    outputChannels,
                    k > 0);
            k += depth;
        }
    }
}
