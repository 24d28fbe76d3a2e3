package dev.gradus.nn;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;

/// A layer that has been trained, as a part of another network: each time it is built it begins with
/// the weights that layer has then.
///
/// A file describes it by the spec of the layer: the weights stand in the file as those of any other.
///
/// @param layer the layer; one without a spec is taken as it is, with the weights it has
record Reused(Layer layer) implements LayerSpec {
    @Override
    public Layer build(Shape input, Seed seed) {
        if (!(layer instanceof BuiltLayer built)) {
            return layer;
        }
        var copy = built.spec().build(input, seed);
        var trained = Parameters.of(layer);
        Parameters.of(copy)
                .forEach((name, parameter) -> {
                    var weight = trained.get(name);
                    if (weight == null || !weight.shape().equals(parameter.shape())) {
                        throw new IllegalArgumentException(
                                "%s was trained with %s %s but examples of shape %s need %s: build the new network for the inputs of the trained one"
                                        .formatted(
                                                this,
                                                name,
                                                weight == null ? "missing" : weight.shape(),
                                                input,
                                                parameter.shape()));
                    }
                    parameter.set(weight);
                });
        return copy;
    }

    @Override
    public LayerSpec described() {
        return layer instanceof BuiltLayer built ? built.spec().described() : this;
    }

    @Override
    public DType inputType() {
        return layer instanceof BuiltLayer built ? built.spec().inputType() : DType.FLOAT32;
    }

    @Override
    public String toString() {
        return Text.of(layer);
    }
}
