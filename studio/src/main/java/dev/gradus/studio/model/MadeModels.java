package dev.gradus.studio.model;

import static dev.gradus.Gradus.RELU;
import static dev.gradus.Gradus.TANH;
import static dev.gradus.Gradus.batchNorm;
import static dev.gradus.Gradus.dense;
import static dev.gradus.Gradus.gpt;
import static dev.gradus.Gradus.residual;
import static dev.gradus.Gradus.seed;

import dev.gradus.data.PrideAndPrejudice;
import dev.gradus.data.Scale;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.model.LeNet5;
import dev.gradus.nn.model.ResNet;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Networks that are made on the spot, so that there is always one to look into. They have learned nothing.
final class MadeModels {
    private static final int SEED = 1;
    private static final int BLOCKS = 333;
    private static final int WIDTH = 16;
    private static final int CONTEXT = 32;

    private MadeModels() {}

    static List<Library.Entry> list() {
        return List.of(
                made("lenet5", () -> pictures(LeNet5.of(28, 10), Shape.of(28, 28, 1))),
                made("resnet20", () -> pictures(ResNet.cifar(20, 10), Shape.of(32, 32, 3))),
                made("gpt", MadeModels::language),
                made(
                        "perceptron",
                        () -> points(Sequential.of(dense(6, TANH), dense(4, TANH), dense(2)))),
                made("tower", () -> points(tower())));
    }

    private static Library.Entry made(String name, Supplier<Subject> load) {
        return new Library.Entry(
                "made/" + name,
                Library.Origin.MADE,
                name,
                Optional.empty(),
                -1,
                Optional.empty(),
                load);
    }

    private static Subject pictures(LayerSpec spec, Shape input) {
        return Subject.of(
                spec.build(input, seed(SEED)),
                input,
                FashionMnist.classes(),
                Optional.of(Scale.pixels()),
                false);
    }

    private static Subject points(LayerSpec spec) {
        var input = Shape.of(2);
        return Subject.of(spec.build(input, seed(SEED)), input, List.of(), Optional.empty(), false);
    }

    private static Subject language() {
        var letters = PrideAndPrejudice.load().vocabulary();
        var model =
                gpt().layers(4)
                        .heads(4)
                        .width(64)
                        .context(CONTEXT)
                        .vocabulary(letters.size())
                        .build(seed(SEED));
        return Subject.of(model, Shape.of(CONTEXT), List.of(), Optional.empty(), false)
                .vocabulary(letters);
    }

    /// 1,001 layers with weights: 333 blocks of three, one before and one behind, as in the example Depth.
    static Sequential.Spec tower() {
        var block =
                residual(
                        batchNorm(),
                        RELU,
                        dense(WIDTH),
                        batchNorm(),
                        RELU,
                        dense(WIDTH),
                        batchNorm(),
                        RELU,
                        dense(WIDTH));
        var all = new ArrayList<LayerSpec>();
        all.add(dense(WIDTH));
        all.addAll(Collections.nCopies(BLOCKS, block));
        all.addAll(List.of(batchNorm(), RELU, dense(2)));
        return Sequential.of(all.toArray(LayerSpec[]::new));
    }
}
