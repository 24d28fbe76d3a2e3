package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.FloatPanels;
import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Computes the gradient of a convolution's weights as one matrix product for each image.
///
/// The row that belongs to a weight is the input that this weight met, place by place; the
/// right-hand matrix is the output's gradient. Element `k` of a row lies where the kernel began at
/// place `k`, moved by the weight's position and channel: both are table look-ups, and the framed
/// image is read where it is.
final class FloatWeightsGradient {

    private FloatWeightsGradient() {}

    static void compute(
            ConvolveShape shape,
            float[] input,
            int inputOffset,
            float[] outputGradient,
            int outputGradientOffset,
            float[] weightsGradient,
            int weightsGradientOffset,
            int from,
            int to) {
        int outputs = shape.outputChannels();
        Arrays.fill(
                weightsGradient,
                weightsGradientOffset + from * outputs,
                weightsGradientOffset + to * outputs,
                0f);
        Frame frame = shape.inputFrame();
        Scratch scratch = Scratch.ofThisThread();
        int[] weights = scratch.starts(shape.weightRows());
        fillWeights(weights, shape);
        int[] visits = scratch.steps(frame.visits());
        frame.fillStarts(visits, 1, 0);
        boolean framed = !frame.needless();
        float[] source = framed ? scratch.image(frame.elements()) : input;
        for (int image = 0; image < shape.batch(); image++) {
            int shift = inputOffset + image * frame.imageElements();
            if (framed) {
                frame.copy(input, shift, source, 0);
                shift = 0;
            }
            int up = outputGradientOffset + image * frame.visits() * outputs;
            for (int group = 0; group < shape.groups(); group++) {
                int outputsBefore = group * shape.outputChannelsOfGroup();
                FloatPanels panels = scratch.floatPanels();
                panels.pack(
                        outputGradient,
                        up + outputsBefore,
                        outputs,
                        1,
                        frame.visits(),
                        shape.outputChannelsOfGroup());
                panels.multiplyTurned(
                        source,
                        weights,
                        from,
                        to,
                        visits,
                        shift + group * shape.channelsOfGroup(),
                        0,
                        frame.visits(),
                        weightsGradient,
                        weightsGradientOffset + outputsBefore,
                        outputs,
                        true);
            }
        }
    }

    /// Notes for each weight how far from the kernel's beginning it looks.
    private static void fillWeights(int[] weights, ConvolveShape shape) {
        int i = 0;
        for (int position : shape.inputFrame().positions()) {
            for (int channel = 0; channel < shape.channelsOfGroup(); channel++) {
                weights[i++] = position + channel;
            }
        }
    }
}
