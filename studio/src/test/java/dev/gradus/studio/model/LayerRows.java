package dev.gradus.studio.model;

import static dev.gradus.Gradus.*;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Layers;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.merge.Average;
import dev.gradus.nn.merge.Concatenate;
import dev.gradus.nn.merge.Dot;
import dev.gradus.nn.merge.Maximum;
import dev.gradus.nn.merge.Minimum;
import dev.gradus.nn.merge.Multiply;
import dev.gradus.nn.merge.Subtract;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Each factory of `Layers` with a few layers it makes, small ones, and inputs they take.
final class LayerRows {
    /// @param factory the name of what makes it
    /// @param spec the layer
    /// @param inputs the shapes of an example of its inputs
    record Row(String factory, LayerSpec spec, List<Shape> inputs) {
        @Override
        public String toString() {
            return factory + ": " + spec + " of " + inputs;
        }
    }

    /// A layer of one's own: a record of others, with a formula between them.
    record Own(Dense gate, Dense value) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            var open = gate.apply(x).sigmoid();
            return open.mul(value.apply(x).tanh()).add(open.rsub(1).mul(x)).exp().add(1).log();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    private LayerRows() {}

    static List<Row> all() {
        var all = new LayerRows();
        all.plain();
        all.convolutions();
        all.windows();
        all.norms();
        all.bends();
        all.words();
        all.sequences();
        all.attentions();
        all.around();
        all.merges();
        return all.rows;
    }

    private void row(String factory, LayerSpec spec, int... input) {
        rows.add(new Row(factory, spec, List.of(Shape.of(input))));
    }

    private void plain() {
        row("dense", dense(5), 7);
        row("dense", dense(4, TANH), 3, 6);
        row("dense", dense(5, SOFTMAX).withoutBias(), 7);
        row("flatten", flatten(), 3, 4, 2);
        row("reshape", reshape(6, 4), 3, 4, 2);
        row("permute", permute(2, 1, 3), 3, 4, 2);
        row("repeat", repeat(3), 4);
        row("squeeze", squeeze(2), 3, 1, 2);
        row("unsqueeze", unsqueeze(1), 3, 2);
        row("lambda", lambda(x -> x.mul(2).sub(1).square().add(x.sin())), 5);
        row("lambda", lambda("twice", x -> x.mul(2)), 3, 2);
        row("lambda", lambda(x -> x.div(x.square().mean())), 2, 3);
        row("lambda", lambda(x -> x.transpose(0, 1).exp().transpose(0, 1).tanh()), 3, 2);
        row(
                "lambda",
                lambda(x -> x.greater(0).where(x.abs().sqrt(), x.pow(2).maximum(x.abs()))),
                3,
                2);
        row("dropout", dropout(0.5), 8);
        row("spatialDropout", spatialDropout(0.5), 3, 3, 2);
        row("alphaDropout", alphaDropout(0.5), 8);
        row("gaussianNoise", gaussianNoise(0.5), 8);
        row("gaussianDropout", gaussianDropout(0.5), 8);
        row("dropPath", dropPath(0.5), 8);
    }

    private void convolutions() {
        row("conv1d", conv1d(3, 4, TANH).padding(CAUSAL), 9, 2);
        row("conv1d", conv1d(4, 2, GELU).stride(2).padding(SAME).groups(2), 5, 4);
        row("conv2d", conv2d(4, 3, RELU).padding(SAME), 6, 7, 3);
        row("conv2d", conv2d(4, 3).dilation(2).groups(2).withoutBias(), 9, 8, 4);
        row("conv2d", conv2d(4, 3).size(3, 2).stride(2).padding(SAME), 7, 8, 2);
        row("conv3d", conv3d(2, 2), 4, 3, 4, 2);
        row("conv3d", conv3d(2, 1).size(1, 2, 3).stride(2).padding(SAME).groups(2), 3, 2, 4, 2);
        row("depthwiseConv1d", depthwiseConv1d(3), 5, 3);
        row("depthwiseConv2d", depthwiseConv2d(3, GELU).padding(SAME).multiplier(2), 5, 4, 3);
        row("separableConv1d", separableConv1d(4, 3), 6, 2);
        row("separableConv2d", separableConv2d(2, 3, GELU).stride(2).padding(SAME), 5, 4, 2);
        row("convTranspose1d", convTranspose1d(2, 2, GELU).stride(3), 3, 1);
        row("convTranspose1d", convTranspose1d(2, 4).stride(2).padding(SAME), 4, 2);
        row(
                "convTranspose2d",
                convTranspose2d(4, 3, TANH).stride(2).padding(SAME).groups(2),
                3,
                4,
                4);
        row("convTranspose2d", convTranspose2d(3, 2).dilation(2).withoutBias(), 4, 3, 2);
        row("convTranspose3d", convTranspose3d(2, 2).stride(2), 2, 2, 3, 2);
        row("shortcut", shortcut(2, 5), 4, 5, 3);
    }

    private void windows() {
        row("maxPool", maxPool(3).stride(2).padding(SAME), 7, 6, 2);
        row("meanPool", meanPool(3).stride(2).padding(SAME), 7, 6, 2);
        row("meanPool", meanPool(3).stride(1).padding(CAUSAL), 7, 2);
        row("adaptiveMaxPool", adaptiveMaxPool(2, 3), 5, 7, 2);
        row("adaptiveMeanPool", adaptiveMeanPool(2, 3), 5, 7, 2);
        row("adaptiveMeanPool", adaptiveMeanPool(2), 6, 2);
        row("globalMean", globalMean(), 4, 5, 3);
        row("globalMax", globalMax(), 4, 5, 3);
        row("upSample", upSample(2), 3, 2, 2);
        row("upSample", upSample(3, 2).linear(), 3, 4, 2);
        row("zeroPad", zeroPad(1), 3, 2, 2);
        row("reflectionPad", reflectionPad(1), 3, 4, 2);
        row("replicationPad", replicationPad(2), 3, 4, 2);
        row("crop", crop(1), 4, 5, 2);
        row("pixelShuffle", pixelShuffle(2), 2, 3, 8);
        row("pixelUnshuffle", pixelUnshuffle(2), 4, 6, 2);
    }

    private void norms() {
        row("batchNorm", batchNorm(), 4, 5, 3);
        row("batchNorm", batchNorm().withoutScaleAndShift(), 6);
        row("layerNorm", layerNorm(), 4, 6);
        row("groupNorm", groupNorm(2), 4, 5, 6);
        row("instanceNorm", instanceNorm(), 3, 2, 3);
        row("instanceNorm", instanceNorm().epsilon(1e-3).withoutScaleAndShift(), 5, 2);
        row("rmsNorm", rmsNorm(), 4, 6);
        row("unitNorm", unitNorm(), 2, 3);
        row("unitNorm", unitNorm(0), 3, 2);
        row("unitNorm", unitNorm(1), 2, 3, 2);
        row("spectralNorm", spectralNorm(dense(3)), 4);
        row("spectralNorm", spectralNorm(conv2d(3, 2, RELU).withoutBias()), 4, 3, 2);
        row("weightNorm", weightNorm(dense(3, TANH)), 4);
        row("weightNorm", weightNorm(conv2d(3, 2)), 4, 3, 2);
    }

    private void bends() {
        row("activation", activation(MISH), 6);
        row("leakyRelu", leakyRelu(0.3), 6);
        row("elu", elu(0.5), 6);
        row("celu", celu(2), 6);
        row("threshold", threshold(0.1, 3), 6);
        row("hardTanh", hardTanh(-0.5, 1), 6);
        row("softShrink", softShrink(0.4), 6);
        row("hardShrink", hardShrink(0.4), 6);
        row("prelu", prelu(), 3, 4);
        row("gatedDense", gatedDense(3, SIGMOID).withBias(), 2, 4);
        row("swiglu", swiglu(3), 4);
        for (var field : Layers.class.getFields()) {
            if (field.getType() == Activation.class) {
                try {
                    row(field.getName(), (Activation) field.get(null), 3, 6);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void words() {
        row("embedding", embedding(7, 3).padding(0), 4);
        row("embeddingBag", embeddingBag(embedding(7, 3).padding(0)), 4);
        row("embeddingBag", embeddingBag(embedding(7, 3)).sum(), 4);
        row("tied", tied(embedding(7, 3), dense(3, TANH)), 4);
        row("positionEmbedding", positionEmbedding(9), 7, 4);
        row("sinusoidalPositions", sinusoidalPositions(), 5, 4);
    }

    private void sequences() {
        row("rnn", rnn(3), 4, 2);
        row("rnn", rnn(3, RELU).sequences().skipZeros(), 4, 2);
        row("lstm", lstm(3), 4, 2);
        row("lstm", lstm(3).sequences().reversed().withoutBias(), 4, 2);
        row("lstm", lstm(2).stacked(2, 0.3), 3, 2);
        row("gru", gru(3).sequences(), 4, 2);
        row("gru", gru(3).resetBefore().reversed(), 4, 2);
        row("bidirectional", bidirectional(lstm(3)), 4, 2);
        row("bidirectional", bidirectional(gru(3).sequences()).sum(), 4, 2);
        row("bidirectional", bidirectional(rnn(3)).mean(), 4, 2);
        row(
                "bidirectional",
                Sequential.of(
                        embedding(7, 2).padding(0),
                        bidirectional(lstm(2).sequences().skipZeros()),
                        rnn(2).skipZeros()),
                5);
        row(
                "timeDistributed",
                timeDistributed(Sequential.of(conv2d(2, 2, RELU), flatten(), dense(2))),
                3,
                3,
                2,
                1);
    }

    private void attentions() {
        row("multiHeadAttention", multiHeadAttention(2), 5, 8);
        row("multiHeadAttention", multiHeadAttention(4).keyValueHeads(2).causal().rotary(), 3, 8);
        row("feedForward", feedForward(5), 3, 4);
        row("transformerEncoder", transformerEncoder(2, 5).preNorm(), 3, 4);
        row("gpt", gpt().layers(2).heads(2).width(4).context(6).vocabulary(7), 4);
        row("gpt", gpt().layers(1).heads(2).width(4).context(3).vocabulary(7).untied().rotary(), 3);
        row("bert", bert().layers(1).heads(2).width(4).context(5).vocabulary(7).segments(3), 4);
    }

    private void around() {
        row("frozen", frozen(dense(3, RELU)), 4);
        row("frozen", frozen(batchNorm()), 2, 3);
        row("reuse", reuse(dense(3).build(Shape.of(4), seed(1))), 4);
        row(
                "reuse",
                reuse(
                        new Own(
                                dense(4).build(Shape.of(4), seed(1)),
                                dense(4).build(Shape.of(4), seed(2)))),
                4);
        row("lowRank", lowRank(2, dense(3, TANH)), 4);
        row("residual", residual(batchNorm(), dense(4)).shortcut(dense(4).withoutBias()), 2, 3);
        row("denseBlock", denseBlock(dense(2, TANH), dense(3)), 3);
        row("squeezeExcitation", squeezeExcitation(2), 3, 2, 4);
        row("mixtureOfExperts", mixtureOfExperts(3, dense(2, TANH), 2), 2, 4);
    }

    private void merge(String factory, MergeSpec spec, Shape... inputs) {
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < inputs.length; i++) {
            nodes.add(Node.input("input" + i, inputs[i]));
        }
        var graph = Graph.of(nodes, spec.on(nodes.toArray(Node[]::new)).named("merged"));
        rows.add(new Row(factory, graph, List.of(inputs)));
    }

    private void merges() {
        var x = Shape.of(2, 3);
        merge("add", new Add(), x, x, x);
        merge("multiply", new Multiply(), x, x);
        merge("subtract", new Subtract(), x, x);
        merge("average", new Average(), x, x, x);
        merge("maximum", new Maximum(), x, x);
        merge("minimum", new Minimum(), x, x);
        merge("concat", new Concatenate(-1), x, Shape.of(2, 1));
        merge("concat", new Concatenate(1), x, Shape.of(1, 3));
        merge("dot", new Dot(false), x, x);
        merge("cosine", new Dot(true), x, x);
        merge("bilinear", bilinear(2).activation(TANH), Shape.of(3), Shape.of(4));
        merge("crossAttention", crossAttention(2), Shape.of(3, 4), Shape.of(5, 3));
        merge("crossAttention", crossAttention(1), Shape.of(3, 4), Shape.of(2, 3), Shape.of(2, 5));
        merge("crossAttention", crossAttention(4).keyValueHeads(2), Shape.of(3, 8), Shape.of(5, 3));
        merge("transformerDecoder", transformerDecoder(2, 5), Shape.of(3, 4), Shape.of(5, 4));
        merge(
                "transformerDecoder",
                transformerDecoder(2, 5).preNorm(),
                Shape.of(3, 4),
                Shape.of(5, 4));
    }
}
