package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.depthwiseConv2d;
import static dev.gradus.nn.Layers.globalMean;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.initializer.VarianceScaling;
import java.util.ArrayList;
import java.util.List;

/// Tells what is on a picture with a small part of the work of other networks, for telephones and other
/// small machines (Howard, Zhu, Chen, Kalenichenko, Wang, Weyand, Andreetto and Adam 2017).
///
/// A convolution is done in two steps: first each channel is looked at by itself, 3 × 3, then the
/// channels are mixed, 1 × 1. Together they take about an eighth of the multiplications of a full one. A
/// width below 1 makes all layers thinner.
///
/// | width | parameters, for 1000 classes | multiply-adds, for 224 × 224 |
/// |---|---|---|
/// | 1 | 4,231,976 | 569 M |
/// | 0.75 | 2,585,560 | 325 M |
/// | 0.5 | 1,331,592 | 149 M |
/// | 0.25 | 470,072 | 41 M |
public final class MobileNet {
    /// The 13 blocks: channels at width 1, and by how much the window moves.
    private static final int[][] BLOCKS = {
        {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
        {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
    };

    private MobileNet() {}

    /// Returns the network.
    ///
    /// - input: `[batch, height, width, channels]`, photographs of 224 × 224 × 3 in the paper
    /// - output: logits `[batch, classes]`
    ///
    /// @param width by what the numbers of channels are multiplied, such as 1 or 0.25
    /// @throws IllegalArgumentException if that leaves none
    public static Sequential.Spec of(double width, int classes) {
        var layers = new ArrayList<LayerSpec>();
        layers.add(first(channels(width, 32)));
        for (var block : BLOCKS) {
            layers.add(separable(channels(width, block[0]), block[1]));
        }
        layers.add(globalMean().named("features"));
        layers.add(dense(classes));
        return new Sequential.Spec(layers);
    }

    private static Sequential.Spec first(int filters) {
        var convolution = Residual.convolution(filters, 3).stride(2).padding(SAME);
        return Sequential.of(convolution, batchNorm(), RELU);
    }

    private static Sequential.Spec separable(int filters, int stride) {
        var each = depthwiseConv2d(3).stride(stride).padding(SAME).withoutBias();
        return new Sequential.Spec(
                List.of(
                        each.initializer(VarianceScaling.heNormal()),
                        batchNorm(),
                        RELU,
                        Residual.convolution(filters, 1),
                        batchNorm(),
                        RELU));
    }

    private static int channels(double width, int usual) {
        var channels = (int) (usual * width);
        if (!(width > 0) || channels < 1) {
            throw new IllegalArgumentException(
                    "MobileNet was given the width %s, which leaves %d of %d channels: give a number such as 1 or 0.25"
                            .formatted(width, channels, usual));
        }
        return channels;
    }
}
