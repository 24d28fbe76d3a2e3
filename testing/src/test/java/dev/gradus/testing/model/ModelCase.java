package dev.gradus.testing.model;

import static dev.gradus.nn.Layers.bert;
import static dev.gradus.nn.Layers.gpt;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Seed;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.model.Autoencoder;
import dev.gradus.nn.model.Bert;
import dev.gradus.nn.model.CharacterLstm;
import dev.gradus.nn.model.Dcgan;
import dev.gradus.nn.model.Gpt;
import dev.gradus.nn.model.LeNet5;
import dev.gradus.nn.model.MobileNet;
import dev.gradus.nn.model.ResNet;
import dev.gradus.nn.model.TwoTower;
import dev.gradus.nn.model.UNet;
import dev.gradus.nn.model.Vae;
import dev.gradus.nn.model.WideAndDeep;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An architecture as a user asks for it, in a size that a test can train, and what must be so of it: a
/// new architecture adds rows here.
///
/// @param architecture the class it comes from
/// @param name what this row shows
/// @param spec the network
/// @param inputs the shapes of an example's inputs
/// @param outputs the shapes of what is made of one
/// @param parameters how many numbers are trained
/// @param aside a pattern of names of parameters that only other methods use
record ModelCase(
        Class<?> architecture,
        String name,
        LayerSpec spec,
        List<Shape> inputs,
        List<Shape> outputs,
        long parameters,
        String aside) {
    private static final String NONE = "";

    static Stream<ModelCase> all() {
        return Stream.of(
                row(LeNet5.class, "28", LeNet5.of(28, 10), shape(28, 28, 1), shape(10), 61_706),
                row(LeNet5.class, "32", LeNet5.of(32, 10), shape(32, 32, 1), shape(10), 61_706),
                row(ResNet.class, "cifar", ResNet.cifar(8, 10), small(), shape(10), 75_290),
                row(
                        ResNet.class,
                        "preActivation",
                        ResNet.preActivation(11, 10),
                        small(),
                        shape(10),
                        126_746),
                row(
                        ResNet.class,
                        "imagenet",
                        ResNet.imagenet(18, 64, 5),
                        shape(64, 64, 3),
                        shape(5),
                        11_179_077),
                row(
                        MobileNet.class,
                        "quarter",
                        MobileNet.of(0.25, 5),
                        shape(64, 48, 3),
                        shape(5),
                        214_357),
                row(
                        UNet.class,
                        "2 steps",
                        UNet.of(shape(8, 12, 1), 2, 4, 3),
                        shape(8, 12, 1),
                        shape(8, 12, 3),
                        7_407),
                row(
                        Autoencoder.class,
                        "dense",
                        Autoencoder.dense(shape(6, 4), 10, 3),
                        shape(6, 4),
                        shape(6, 4),
                        250 + 33 + 40 + 264),
                row(
                        Autoencoder.class,
                        "convolutional",
                        Autoencoder.convolutional(shape(8, 12, 1), 6, 2),
                        shape(8, 12, 1),
                        shape(8, 12, 1),
                        60 + 110 + 114 + 55),
                row(
                        Vae.class,
                        "",
                        Vae.of(shape(4, 3), 8, 2),
                        shape(4, 3),
                        shape(4, 3),
                        104 + 36 + 24 + 108),
                row(
                        Dcgan.class,
                        "generator",
                        Dcgan.generator(16, 3, 4),
                        shape(5),
                        shape(16, 16, 3),
                        640 + 16 + 800 + 8 + 303),
                row(
                        Dcgan.class,
                        "discriminator",
                        Dcgan.discriminator(16, 4),
                        shape(16, 16, 3),
                        shape(1),
                        304 + 800 + 16 + 129),
                new ModelCase(
                        WideAndDeep.class,
                        "two categories",
                        WideAndDeep.of(7, 2, List.of(5, 4), 3, 6, 4),
                        List.of(shape(7), shape(2), shape(1), shape(1)),
                        List.of(shape(1)),
                        7 + 15 + 12 + 54 + 28 + 5,
                        NONE),
                new ModelCase(
                        TwoTower.class,
                        "dense",
                        TwoTower.of(5, 4, List.of(6), 3),
                        List.of(shape(5), shape(4)),
                        List.of(shape(3), shape(3), shape(1)),
                        36 + 21 + 30 + 21,
                        NONE),
                row(
                        CharacterLstm.class,
                        "two layers",
                        CharacterLstm.of(5, 3, 4, 2, 0),
                        shape(6),
                        shape(6, 5),
                        15 + 128 + 144 + 25),
                row(
                        Gpt.class,
                        "one block",
                        gpt().layers(1).heads(2).width(8).context(6).vocabulary(5),
                        shape(6),
                        shape(6, 5),
                        40 + 48 + 872 + 16),
                new ModelCase(
                        Bert.class,
                        "one block",
                        bert().layers(1).heads(2).width(8).context(6).vocabulary(5),
                        List.of(shape(6)),
                        List.of(shape(6, 8)),
                        40 + 48 + 16 + 16 + 872 + 72 + 72 + 16 + 5,
                        "pooler.*|transform.*|bias"));
    }

    private static ModelCase row(
            Class<?> architecture,
            String name,
            LayerSpec spec,
            Shape input,
            Shape output,
            long parameters) {
        return new ModelCase(
                architecture, name, spec, List.of(input), List.of(output), parameters, NONE);
    }

    private static Shape shape(int... sizes) {
        return Shape.of(sizes);
    }

    private static Shape small() {
        return shape(32, 32, 3);
    }

    Layer build(long seed) {
        return spec.build(inputs.getFirst(), Seed.seed(seed));
    }

    /// Returns random inputs for so many examples.
    List<Tensor> batch(int size) {
        var batch = new ArrayList<Tensor>();
        for (var i = 0; i < inputs.size(); i++) {
            var shape = Shape.of(size).append(inputs.get(i));
            batch.add(
                    type(i).isFloating()
                            ? Randomness.with(11 + i, () -> Tensor.random(shape.toArray()))
                            : Tensor.arange(shape.count()).mod(4).reshape(shape));
        }
        return batch;
    }

    private DType type(int input) {
        return spec instanceof Graph.Spec graph ? graph.inputType(input) : spec.inputType();
    }

    /// Returns what the network makes of the inputs.
    List<Tensor> apply(Layer network, List<Tensor> inputs) {
        return network instanceof Graph graph
                ? List.copyOf(graph.outputs(inputs.toArray(Tensor[]::new)).values())
                : List.of(network.apply(inputs.getFirst()));
    }

    /// Returns how far that is from something that does not depend on the network.
    Tensor loss(Layer network, List<Tensor> inputs) {
        var loss = Tensor.scalar(0);
        for (var y : apply(network, inputs)) {
            var target = Randomness.with(5, () -> Tensor.random(y.shape().toArray()));
            loss = loss.add(Losses.meanSquaredError(y, target));
        }
        return loss;
    }

    @Override
    public String toString() {
        return architecture.getSimpleName() + " " + name;
    }
}
