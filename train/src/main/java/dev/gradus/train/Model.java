package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Preprocessing;
import dev.gradus.io.Limits;
import dev.gradus.io.ModelFile;
import dev.gradus.io.ModelFileException;
import dev.gradus.io.Provenance;
import dev.gradus.io.Weights;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.record.RunCheckpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A network with all it takes to use it: what is done to an example first, and what the numbers
/// that come out mean.
///
/// ```java
/// try (var predictor = Model.load(Path.of("fashion.gradus")).predictor()) {
///     IO.println(predictor.predict(pixels));     // Sneaker 97.1 %, Sandal 2.0 %, Ankle boot 0.8 %
/// }
/// ```
///
/// May be used by any number of threads at once, as long as nobody trains it further.
public final class Model {
    private final Layer layer;
    private final Shape inputShape;
    private final List<String> classes;
    private final Preprocessing preprocessing;
    private final Provenance provenance;
    private final Answers answers;

    private Model(
            Layer layer,
            Shape inputShape,
            List<String> classes,
            Preprocessing preprocessing,
            Provenance provenance) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.classes = List.copyOf(classes);
        this.preprocessing = preprocessing;
        this.provenance = provenance;
        checkPreprocessing(preprocessing, inputShape);
        this.answers = Answers.of(layer, inputShape, Tensors.inputType(layer), classes.size());
    }

    /// Tries it out: one that was fitted to other examples is noticed now and not in use.
    private static void checkPreprocessing(Preprocessing preprocessing, Shape inputShape) {
        preprocessing.apply(new float[inputShape.count()], 0, inputShape.count());
    }

    /// Returns a model of these parts.
    ///
    /// @throws IllegalArgumentException if the network does not make one number for each class, or
    ///     the preprocessing was fitted to other examples
    public static Model of(
            Layer layer,
            Shape inputShape,
            List<String> classes,
            Preprocessing preprocessing,
            Provenance provenance) {
        return new Model(layer, inputShape, classes, preprocessing, provenance);
    }

    /// Reads a model. It predicts to the last bit what it predicted when it was saved.
    ///
    /// @throws ModelFileException if the file is missing, cut off, damaged, too large or something
    ///     else
    public static Model load(Path file) {
        return of(file, ModelFile.read(file));
    }

    /// Reads a model whose network has layers of the user's own.
    ///
    /// @param own the network, built as it was when it was trained; it receives the weights
    /// @throws ModelFileException if the file is refused or holds the weights of another network
    public static Model load(Path file, Layer own) {
        return of(file, ModelFile.read(file, own, Limits.USUAL));
    }

    /// Returns the model as it stood at a checkpoint of a run that a [Trainer] recorded, with the weights of
    /// that moment.
    ///
    /// @throws ModelFileException if the file is refused, or does not say what the network is built of, as one
    ///     of layers of the user's own cannot
    public static Model at(RunCheckpoint checkpoint) {
        return of(checkpoint.file(), LoopState.model(checkpoint, false));
    }

    /// Returns the best model that a run had until a checkpoint: that of the best epoch, or of the checkpoint
    /// itself where no epoch had ended.
    ///
    /// @throws ModelFileException as [#at] does
    public static Model bestUntil(RunCheckpoint checkpoint) {
        return of(checkpoint.file(), LoopState.model(checkpoint, true));
    }

    private static Model of(Path path, ModelFile file) {
        try {
            return new Model(
                    file.layer(),
                    file.inputShape(),
                    file.classes(),
                    Preprocessing.of(file.preprocessing()),
                    file.provenance());
        } catch (IllegalArgumentException e) {
            throw new ModelFileException("%s: %s".formatted(path, e.getMessage()), e);
        }
    }

    /// Writes the model, wholly or not at all.
    ///
    /// @throws ModelFileException if a weight is not a number
    /// @throws java.io.UncheckedIOException if the file cannot be written
    public void save(Path file) {
        new ModelFile(layer, inputShape, classes, preprocessing.description(), provenance)
                .write(file);
    }

    /// Returns the network.
    public Layer layer() {
        return layer;
    }

    /// Returns the beginning of the network, up to and including the layer of this name, to be used in
    /// another one: `Sequential.of(frozen(model.upTo("features")), dense(3))`.
    ///
    /// @throws IllegalArgumentException if no layer has this name
    public Sequential upTo(String name) {
        return network().upTo(name);
    }

    /// Returns the beginning of the network, up to and including layer number `index`.
    ///
    /// @throws IllegalArgumentException if there is no such layer
    public Sequential upTo(int index) {
        return network().upTo(index);
    }

    private Sequential network() {
        if (layer instanceof Sequential network) {
            return network;
        }
        throw new IllegalArgumentException(
                "a part of the network was asked for, but it is a single layer, %s: only a Sequential has parts"
                        .formatted(layer));
    }

    /// Returns the shape of one example.
    public Shape inputShape() {
        return inputShape;
    }

    /// Returns the names of the classes.
    public List<String> classes() {
        return classes;
    }

    /// Returns what is done to an example first.
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /// Returns where the model comes from.
    public Provenance provenance() {
        return provenance;
    }

    /// Returns the same model with another statement of where it comes from.
    public Model provenance(Provenance other) {
        return new Model(layer, inputShape, classes, preprocessing, other);
    }

    /// Returns how many numbers are trained.
    public long parameters() {
        return Parameters.count(layer);
    }

    /// Returns the layers as a table.
    public Summary summary() {
        return Summary.of(layer, inputShape);
    }

    /// Returns the SHA-256 of the weights: equal for models that are equal to the last bit.
    public String weightsSha256() {
        return Weights.of(layer).sha256();
    }

    /// Returns what the network makes of raw examples `[batch, ...]`, before it becomes
    /// probabilities. It is preprocessed by operations, so there is a gradient with respect to `x`.
    public Tensor apply(Tensor x) {
        var type = Tensors.inputType(layer);
        var prepared = type.isFloating() ? Tensors.through(preprocessing, x) : x;
        return layer.apply(Tensors.as(type, prepared));
    }

    /// Returns how likely each class is for raw examples `[batch, ...]`: `[batch, classes]`.
    public Tensor probabilities(Tensor x) {
        return answers.probabilities(apply(x));
    }

    /// Returns a predictor, which any number of threads may use at once.
    public Predictor predictor() {
        return new Predictor(this);
    }

    /// Answers one raw example, as it was collected: the model prepares it.
    ///
    /// @throws IllegalArgumentException if it has another number of numbers than the model takes
    public Prediction predict(float... raw) {
        var x = Tensors.as(Tensors.inputType(layer), prepared(raw));
        return Prediction.of(classes, answers.probabilities(layer.apply(x)).toFloats());
    }

    /// Puts a dataset through the model.
    ///
    /// @throws IllegalArgumentException if its examples have another shape or its classes other
    ///     names
    public Predictions predict(Dataset data) {
        return predict(data, _ -> {});
    }

    private Predictions predict(Dataset data, IntConsumer done) {
        Fit.check("the model", inputShape, classes, data);
        return Scoring.of(layer, answers, preprocessing, Optional.empty(), data, done)
                .predictions();
    }

    /// Returns how good the answers to `data` are, without baselines: those need the training data.
    public Evaluation evaluate(Dataset data) {
        return evaluate(data, _ -> {});
    }

    /// Returns how good the answers to `data` are, and says how far it is.
    ///
    /// @param done is told after every few hundred examples how many have been answered; what it throws ends it
    public Evaluation evaluate(Dataset data, IntConsumer done) {
        return Evaluation.of(data.name(), predict(data, done));
    }

    /// Returns one example as the preprocessing leaves it, in a batch of its own.
    private Tensor prepared(float[] raw) {
        if (raw.length != inputShape.count()) {
            throw new IllegalArgumentException(
                    "an example of %d numbers was given: the model takes %s, which are %d"
                            .formatted(raw.length, inputShape, inputShape.count()));
        }
        return Tensors.of(preprocessing.apply(raw), inputShape.insert(0, 1));
    }

    @Override
    public String toString() {
        return "model of %s for %s, classes %s".formatted(layer, inputShape, classes);
    }
}
