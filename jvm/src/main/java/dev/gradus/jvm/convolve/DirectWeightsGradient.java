package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatPanels;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Computes the gradient of a convolution's weights as matrix products of images.
///
/// The row that belongs to a weight is the input that this weight met, place by place; the
/// right-hand matrix is the output's gradient. Element `k` of a row lies where the kernel began at
/// place `k`, moved by the weight's position and channel: both are table look-ups, and the framed
/// image is read where it is. Small images are taken several at a time, so that the sums are not
/// fetched and put back for every few places.
final class DirectWeightsGradient extends FloatWeightsGradient {

    /// Elements of images framed together: a quarter of a megabyte.
    private static final int FRAME_ELEMENTS = 1 << 16;

    private final ConvolveShape shape;
    private final Frame frame;
    private final int together;
    private final int[] weights;
    private final int[] visits;

    DirectWeightsGradient(ConvolveShape shape) {
        super(shape);
        this.shape = shape;
        frame = shape.inputFrame();
        int room = FRAME_ELEMENTS / Math.max(1, frame.elements());
        together = Math.max(1, Math.min(room, shape.batch()));
        weights = new int[shape.weightRows()];
        fillWeights();
        visits = new int[together * frame.visits()];
        frame.fillStarts(visits, together, 0);
    }

    /// Notes for each weight how far from the kernel's beginning it looks.
    private void fillWeights() {
        int i = 0;
        for (int position : frame.positions()) {
            for (int channel = 0; channel < shape.channelsOfGroup(); channel++) {
                weights[i++] = position + channel;
            }
        }
    }

    @Override
    void sum(int from, int to, float[] gradient, int place) {
        int outputs = shape.outputChannels();
        if (from == to) {
            Arrays.fill(gradient, place, place + shape.weightRows() * outputs, 0f);
        }
        for (int image = from; image < to; image += together) {
            int count = Math.min(together, to - image);
            float[] source = left();
            int shift = leftOffset() + image * frame.imageElements();
            if (!frame.needless()) {
                source = Scratch.ofThisThread().image(together * frame.elements());
                frame.copy(left(), shift, source, count);
                shift = 0;
            }
            int up = rightOffset() + image * frame.visits() * outputs;
            for (int group = 0; group < shape.groups(); group++) {
                multiply(group, source, shift, up, count, gradient, place, image > from);
            }
        }
    }

    private void multiply(
            int group,
            float[] source,
            int shift,
            int up,
            int count,
            float[] gradient,
            int place,
            boolean accumulate) {
        int outputs = shape.outputChannels();
        int before = group * shape.outputChannelsOfGroup();
        int length = count * frame.visits();
        FloatPanels panels = Scratch.ofThisThread().turnedPanels();
        panels.take(right(), up + before, outputs, length, shape.outputChannelsOfGroup());
        panels.multiplyTurned(
                source,
                weights,
                0,
                weights.length,
                visits,
                shift + group * shape.channelsOfGroup(),
                0,
                length,
                gradient,
                place + before,
                outputs,
                accumulate);
    }
}
