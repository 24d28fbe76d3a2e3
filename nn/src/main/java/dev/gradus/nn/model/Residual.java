package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.add;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.shortcut;
import static dev.gradus.nn.Layers.zeroPad;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.layer.Convolution;
import java.util.ArrayList;
import java.util.List;

/// The blocks of which residual networks are made: each adds something to what it is given.
///
/// @param size height and width of what comes in
/// @param channels how many channels come in
/// @param filters how many the 3 × 3 convolutions make
/// @param stride 2 in a block that halves the picture, 1 in the others
record Residual(int size, int channels, int filters, int stride) {
    /// A bottleneck makes so many times the channels of its narrow middle.
    static final int EXPANSION = 4;

    /// One way of building a block.
    @FunctionalInterface
    interface Kind {
        Graph.Spec of(Residual block);
    }

    /// Returns `blocks` blocks, the first of which changes size and channels, and the channels after.
    static List<LayerSpec> stage(int blocks, Residual first, int made, Kind kind) {
        var stage = new ArrayList<LayerSpec>(List.of(kind.of(first)));
        var next = new Residual(ceil(first.size, first.stride), made, first.filters, 1);
        for (var i = 1; i < blocks; i++) {
            stage.add(kind.of(next));
        }
        return stage;
    }

    /// Two convolutions beside a shortcut without weights.
    Graph.Spec plain() {
        var x = start();
        return end(x, two(x), alike(filters) ? x : x.then(shortcut(stride, filters)));
    }

    /// Two convolutions beside a shortcut with weights where the size changes.
    Graph.Spec projected() {
        var x = start();
        return end(x, two(x), alike(filters) ? x : projection(x, filters));
    }

    /// Three convolutions, the middle one narrow, beside such a shortcut.
    Graph.Spec bottleneck() {
        var made = filters * EXPANSION;
        var x = start();
        var y = x.then(convolution(filters, 1)).named("conv1");
        y = y.then(batchNorm()).named("norm1").then(RELU);
        y = convolved(y, filters, 3, stride).named("conv2");
        y = y.then(batchNorm()).named("norm2").then(RELU);
        y = y.then(convolution(made, 1)).named("conv3");
        y = y.then(batchNorm()).named("norm3");
        return end(x, y, alike(made) ? x : projection(x, made));
    }

    /// A bottleneck that normalises before each convolution, so that nothing stands in the way from
    /// block to block.
    Graph.Spec preActivation() {
        var made = filters * EXPANSION;
        var x = start();
        var ready = x.then(batchNorm()).named("norm1").then(RELU);
        var y = ready.then(convolution(filters, 1).stride(stride)).named("conv1");
        y = y.then(batchNorm()).named("norm2").then(RELU);
        y = y.then(convolution(filters, 3).padding(SAME)).named("conv2");
        y = y.then(batchNorm()).named("norm3").then(RELU);
        y = y.then(convolution(made, 1)).named("conv3");
        var past = alike(made) ? x : ready.then(convolution(made, 1).stride(stride));
        return Graph.of(List.of(x), add(y, alike(made) ? past : past.named("projection")));
    }

    private Node start() {
        return input("x", size, size, channels);
    }

    private boolean alike(int made) {
        return stride == 1 && channels == made;
    }

    private Node two(Node x) {
        var y = convolved(x, filters, 3, stride).named("conv1");
        y = y.then(batchNorm()).named("norm1").then(RELU);
        y = convolved(y, filters, 3, 1).named("conv2");
        return y.then(batchNorm()).named("norm2");
    }

    private Node projection(Node x, int made) {
        var y = x.then(convolution(made, 1).stride(stride)).named("projection");
        return y.then(batchNorm()).named("projectionNorm");
    }

    private static Graph.Spec end(Node x, Node branch, Node past) {
        return Graph.of(List.of(x), add(branch, past).then(RELU));
    }

    /// A window that moves by 2 begins one number before the picture, as in the original; `SAME` would
    /// have it begin inside, and weights trained elsewhere would be off by a pixel.
    private static Node convolved(Node x, int filters, int size, int stride) {
        return stride == 1
                ? x.then(convolution(filters, size).padding(SAME))
                : x.then(zeroPad(size / 2)).then(convolution(filters, size).stride(stride));
    }

    /// A convolution whose result is normalised, which makes a bias useless.
    static Convolution.Spec convolution(int filters, int size) {
        return conv2d(filters, size).withoutBias().initializer(VarianceScaling.heNormal());
    }

    static int ceil(int size, int stride) {
        return Math.ceilDiv(size, stride);
    }
}
