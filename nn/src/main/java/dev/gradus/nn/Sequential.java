package dev.gradus.nn;

import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
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
                var layer = layers.get(i);
                var input = y;
                y =
                        layer instanceof Sequential inner
                                ? inner.apply(input, here)
                                : AnomalyDetection.within(
                                        here::layerName, () -> layer.apply(input));
            } catch (IllegalArgumentException e) {
                throw here.explain(e);
            }
        }
        return y;
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
        /// Copies the list.
        public Spec {
            layers = List.copyOf(layers);
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
                    var layer =
                            layers.get(i) instanceof Spec inner
                                    ? inner.build(shape, seed.child(i), here)
                                    : layers.get(i).build(shape, seed.child(i));
                    built.add(layer);
                    x = layer.apply(x);
                } catch (IllegalArgumentException e) {
                    throw here.explain(e);
                }
            }
            return new Sequential(this, input, Probe.shape(x), built);
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
