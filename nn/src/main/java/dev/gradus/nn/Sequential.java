package dev.gradus.nn;

import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Layers one after the other: the output of each is the input of the next.
///
/// - input: `[batch, input...]`
/// - output: `[batch, output...]`
///
/// @param spec what it was built from
/// @param input the shape of an example it was built for, without the axis of the batch
/// @param output the shape of what it makes of such an example
/// @param layers the layers in order
public record Sequential(Spec spec, Shape input, Shape output, List<Layer> layers)
        implements BuiltLayer {
    /// Copies the list.
    public Sequential {
        layers = List.copyOf(layers);
    }

    /// Returns the spec of a network of these layers.
    public static Spec of(LayerSpec... layers) {
        return new Spec(List.of(layers));
    }

    @Override
    public Tensor apply(Tensor x) {
        return apply(x, Place.outermost(this, x));
    }

    private Tensor apply(Tensor x, Place place) {
        var y = x;
        for (var i = 0; i < layers.size(); i++) {
            var here = place.layer(i, layers.get(i), y);
            try {
                y = apply(layers.get(i), y, here);
            } catch (IllegalArgumentException e) {
                throw here.explain(e);
            }
        }
        return y;
    }

    private static Tensor apply(Layer layer, Tensor x, Place here) {
        return switch (layer) {
            case Sequential inner -> inner.apply(x, here);
            case Named(_, var inner) -> apply(inner, x, here);
            default -> AnomalyDetection.within(here::layerName, () -> layer.apply(x));
        };
    }

    /// Returns the beginning of this network, up to and including layer number `index`. It has the
    /// same weights, not a copy of them.
    public Sequential upTo(int index) {
        if (index < 0 || index >= layers.size()) {
            throw new IllegalArgumentException(
                    "the part up to layer %d was asked for, but the layers of %s are 0 to %d"
                            .formatted(index, this, layers.size() - 1));
        }
        var part = new Spec(spec.layers.subList(0, index + 1));
        var kept = layers.subList(0, index + 1);
        var made =
                new Sequential(part, input, input, kept).apply(Probe.of(input, part.inputType()));
        return new Sequential(part, input, Probe.shape(made), kept);
    }

    /// Returns the beginning of this network, up to and including the layer of this name:
    /// `dense(64, RELU).named("features")`. It has the same weights, not a copy of them.
    public Sequential upTo(String name) {
        var names =
                layers.stream()
                        .map(layer -> layer instanceof Named named ? named.name() : "")
                        .toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "no layer of %s is named '%s': name one, such as dense(64).named(\"%s\"), or give its number"
                            .formatted(this, name, name));
        }
        return upTo(names.indexOf(name));
    }

    /// Returns the layers as a table, with the shape each makes, its parameters and its work.
    public Summary summary() {
        return Summary.of(this, input);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// Layers one after the other, before the sizes are known.
    ///
    /// @param layers the layers in order
    public record Spec(List<LayerSpec> layers) implements LayerSpec {
        /// Copies the list and checks that no two layers have the same name.
        public Spec {
            layers = List.copyOf(layers);
            var names = new HashSet<String>();
            for (var layer : layers) {
                if (layer instanceof Named.Spec(var name, _) && !names.add(name)) {
                    throw new IllegalArgumentException(
                            "two layers of one list are named '%s': give each a name of its own"
                                    .formatted(name));
                }
            }
        }

        @Override
        public Sequential build(Shape input, Seed seed) {
            return build(input, seed, Place.building(input));
        }

        private Sequential build(Shape input, Seed seed, Place place) {
            var built = new ArrayList<Layer>();
            // an example without numbers: applying the layers to it tells the shapes, nothing is
            // computed
            var x = Probe.of(input, inputType());
            for (var i = 0; i < layers.size(); i++) {
                var here = place.layer(i, layers.get(i), x);
                try {
                    var shape = Probe.shape(x);
                    var layer = built(layers.get(i), shape, seed.child(i), here);
                    built.add(layer);
                    x = layer.apply(x);
                } catch (IllegalArgumentException e) {
                    throw here.explain(e);
                }
            }
            return new Sequential(this, input, Probe.shape(x), built);
        }

        private static Layer built(LayerSpec spec, Shape input, Seed seed, Place here) {
            return switch (spec) {
                case Spec inner -> inner.build(input, seed, here);
                case Named.Spec named -> new Named(named, built(named.layer(), input, seed, here));
                default -> spec.build(input, seed);
            };
        }

        /// Returns `float32` unless a layer looks something up: those before it only give shapes.
        @Override
        public DType inputType() {
            return layers.stream()
                    .map(LayerSpec::inputType)
                    .filter(type -> type != DType.FLOAT32)
                    .findFirst()
                    .orElse(DType.FLOAT32);
        }

        @Override
        public String toString() {
            return layers.stream()
                    .map(Text::of)
                    .collect(Collectors.joining(", ", "Sequential(", ")"));
        }
    }
}
