package dev.gradus.jvm.convolve;

import dev.gradus.jvm.matmul.Scratch;
import java.util.Arrays;

/// Computes the gradient of the weights of a convolution whose outputs each belong to a group of few,
/// with channels of the input in the lanes.
///
/// The tiles of [DirectWeightsGradient] hold a group's outputs in their lanes; where those are few,
/// most lanes are empty. Here the output's gradient is spread out for each output of a group, so that
/// each channel of the input stands beside what it is multiplied by, and the chains of a depthwise
/// convolution ([FloatChains]) do the rest. The sums run over the same places in the same order.
///
/// One core with AVX-512, batch 64, 32 px, 3×3, with outputs and with channels in the lanes: 32 groups
/// of 1 channel and 2 outputs took 12 to 15 ms and take 3.8; with 4 outputs 16 to 19 and 7.9; 16
/// groups of 2 and 2 took 8.7 and take 4.0; 64 channels to 1 output took 12 and take 3.4. For 8 groups
/// of 4 and 4 both take 7.5.
final class GroupedWeightsGradient extends FloatWeightsGradient {

    /// Outputs of a group up to which spreading them out pays.
    private static final int FEW_OUTPUTS = 4;

    /// Channels from which lanes are full enough.
    private static final int CHANNELS = 16;

    private final ConvolveShape shape;
    private final Frame frame;
    private final int[] places;

    /// For each output of a group and each channel: the output that the channel meets.
    private final int[] outputs;

    GroupedWeightsGradient(ConvolveShape shape) {
        super(shape);
        this.shape = shape;
        frame = shape.inputFrame();
        places = new int[frame.visits()];
        frame.fillStarts(places, 1, 0);
        int channels = shape.channels();
        int few = shape.outputChannelsOfGroup();
        outputs = new int[few * channels];
        Arrays.setAll(outputs, i -> i % channels / shape.channelsOfGroup() * few + i / channels);
    }

    /// Tells whether it pays, by the shape alone, so that the answer is the same on every machine.
    static boolean suits(ConvolveShape shape) {
        return shape.outputChannelsOfGroup() <= FEW_OUTPUTS && shape.channels() >= CHANNELS;
    }

    @Override
    void sum(int from, int to, float[] gradient, int place) {
        Scratch scratch = Scratch.ofThisThread();
        int channels = shape.channels();
        int few = shape.outputChannelsOfGroup();
        int positions = shape.kernelPositions();
        float[] sums = scratch.turned(positions * few * channels);
        Arrays.fill(sums, 0, positions * few * channels, 0f);
        float[] spread = scratch.floats(places.length * channels);
        for (int image = from; image < to; image++) {
            float[] source = left();
            int shift = leftOffset() + image * frame.imageElements();
            if (!frame.needless()) {
                source = scratch.image(frame.elements());
                frame.copy(left(), shift, source, 1);
                shift = 0;
            }
            int up = rightOffset() + image * places.length * shape.outputChannels();
            for (int output = 0; output < few; output++) {
                spread(up, output, spread);
                chains(source, shift, spread, sums, output * positions * channels);
            }
        }
        dealOut(sums, gradient, place);
    }

    /// Writes beside each other, for every place, what the channels meet of an output of their group.
    private void spread(int up, int output, float[] to) {
        int channels = shape.channels();
        for (int p = 0; p < places.length; p++) {
            copy(right(), up + p * shape.outputChannels(), output * channels, to, p * channels);
        }
    }

    private void copy(float[] from, int start, int first, float[] to, int place) {
        int channels = shape.channels();
        for (int c = 0; c < channels; c++) {
            to[place + c] = from[start + outputs[first + c]];
        }
    }

    private void chains(float[] source, int shift, float[] spread, float[] sums, int place) {
        int channels = shape.channels();
        int[] within = frame.positions();
        int position = 0;
        for (; position + 4 <= within.length; position += 4) {
            FloatChains.IN_FORCE.four(
                    source,
                    places,
                    places.length,
                    shift,
                    within,
                    position,
                    spread,
                    0,
                    sums,
                    place + position * channels,
                    channels,
                    channels);
        }
        for (; position < within.length; position++) {
            FloatChains.IN_FORCE.run(
                    source,
                    places,
                    places.length,
                    shift + within[position],
                    spread,
                    0,
                    sums,
                    place + position * channels,
                    channels,
                    true);
        }
    }

    /// Writes the sums, one row of channels for each output of a group and position, to the rows of
    /// the gradient, one for each position and channel of a group.
    private void dealOut(float[] sums, float[] gradient, int place) {
        int channels = shape.channels();
        int depth = shape.channelsOfGroup();
        int positions = shape.kernelPositions();
        for (int output = 0; output < shape.outputChannelsOfGroup(); output++) {
            for (int position = 0; position < positions; position++) {
                int from = (output * positions + position) * channels;
                for (int c = 0; c < channels; c++) {
                    int row = position * depth + c % depth;
                    gradient[
                                    place
                                            + row * shape.outputChannels()
                                            + outputs[output * channels + c]] =
                            sums[from + c];
                }
            }
        }
    }
}
