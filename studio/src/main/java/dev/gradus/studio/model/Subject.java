package dev.gradus.studio.model;

import dev.gradus.data.CharacterVocabulary;
import dev.gradus.data.Preprocessing;
import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network that is looked into, with what is known of it.
///
/// @param layer the network
/// @param inputs what goes in
/// @param classes the names of its answers, or none
/// @param preprocessing what is done to an example first, if it is known
/// @param vocabulary the letters its tokens stand for, if they are known
/// @param trained whether it has learned anything
record Subject(
        Layer layer,
        List<Input> inputs,
        List<String> classes,
        Optional<Preprocessing> preprocessing,
        Optional<CharacterVocabulary> vocabulary,
        boolean trained) {
    /// So many numbers a network may hold: 400 MB.
    static final long MOST_PARAMETERS = 100_000_000;

    Subject {
        inputs = List.copyOf(inputs);
        classes = List.copyOf(classes);
        var count = Parameters.of(layer).values().stream().mapToLong(it -> it.count()).sum();
        if (count > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "the network holds %,d numbers: at most %,d are looked into"
                            .formatted(count, MOST_PARAMETERS));
        }
    }

    /// One input of a network.
    ///
    /// @param name its name, empty for the only one
    /// @param shape the shape of one example
    /// @param type the type of its numbers
    record Input(String name, Shape shape, DType type) {
        boolean isTokens() {
            return !type.isFloating();
        }
    }

    static Subject of(
            Layer layer,
            Shape input,
            List<String> classes,
            Optional<Preprocessing> preprocessing,
            boolean trained) {
        return new Subject(
                layer, inputs(layer, input), classes, preprocessing, Optional.empty(), trained);
    }

    private static List<Input> inputs(Layer layer, Shape input) {
        if (layer instanceof Graph graph) {
            var inputs = new ArrayList<Input>();
            for (var i = 0; i < graph.spec().inputs().size(); i++) {
                var each = graph.spec().inputs().get(i);
                inputs.add(new Input(each.name(), each.shape(), graph.spec().inputType(i)));
            }
            return inputs;
        }
        var type = layer instanceof BuiltLayer built ? built.spec().inputType() : DType.FLOAT32;
        return List.of(new Input("", input, type));
    }

    Subject vocabulary(CharacterVocabulary letters) {
        return new Subject(layer, inputs, classes, preprocessing, Optional.of(letters), trained);
    }

    Input input() {
        return inputs.getFirst();
    }

    List<String> names() {
        return inputs.stream().map(Input::name).toList();
    }

    /// Returns the names of its outputs; one without a name is known by its number.
    List<String> outputs() {
        return Walk.bare(layer) instanceof Graph graph ? graph.spec().outputNames() : List.of("");
    }

    /// Returns what the network does with examples that stand for all: shapes, and nothing computed.
    Walk.Found walk() {
        return Walk.through(
                layer,
                names(),
                inputs.stream()
                        .map(it ->
                                Tensor.scalar(0, it.type()).expand(Shape.of(1).append(it.shape())))
                        .toList());
    }
}
