package dev.gradus.studio;

import static dev.gradus.Gradus.*;

import dev.gradus.data.Preprocessing;
import dev.gradus.io.ModelFile;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.model.Autoencoder;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;

/// Small models as people save them, for pages to open.
final class SavedModels {
    private SavedModels() {}

    private static void save(Path file, Layer layer, Shape input, List<String> classes) {
        new ModelFile(
                        layer,
                        input,
                        classes,
                        Preprocessing.none().description(),
                        Provenance.unstated())
                .write(file);
    }

    /// One that has learned which half of a sequence holds the larger numbers.
    static void recurrent(Path file) {
        var net = Sequential.of(lstm(4), dense(2)).build(Shape.of(6, 2), seed(2));
        var x = Tensor.random(64, 6, 2).seed(3).sub(0.5).mul(2);
        var first = x.slice(1, 0, 3, 1).sum(1, 2);
        var second = x.slice(1, 3, 6, 1).sum(1, 2);
        var optimizer = adam(0.02).on(net);
        for (var step = 0; step < 20; step++) {
            var loss = crossEntropy(net.apply(x), first.less(second).cast(DType.INT64));
            optimizer.step(loss);
        }
        save(file, net, Shape.of(6, 2), List.of("first", "second"));
    }

    /// One of two inputs and two outputs.
    static void twoOutputs(Path file) {
        var form = input("form", 4);
        var age = input("age", 1);
        var both = concat(form, age).then(dense(8, RELU));
        var net =
                Graph.of(
                                List.of(form, age),
                                dense(3).on(both).named("kind"),
                                dense(1).on(both).named("price"))
                        .build(seed(1));
        save(file, net, Shape.of(4), List.of());
    }

    /// One that makes pictures smaller and larger again.
    static void autoencoder(Path file) {
        var input = Shape.of(28, 28, 1);
        save(file, Autoencoder.convolutional(input, 8, 4).build(input, seed(1)), input, List.of());
    }

    /// One that reads one text and looks at another.
    static void translator(Path file) {
        var source = input("source", 7);
        var target = input("target", 5);
        var memory = embedding(12, 8).on(source).then(transformerEncoder(2, 16));
        var decoded = transformerDecoder(2, 16).on(embedding(12, 8).on(target), memory);
        var net =
                Graph.of(List.of(target, source), dense(12).on(decoded).named("next"))
                        .build(seed(5));
        save(file, net, Shape.of(5), List.of());
    }
}
