package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Probe;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Adds what layers make of the input to the input itself, so that they only learn what is to be
/// changed about it and a network can be deep: `y = x + layers(x)` (He, Zhang, Ren and Sun 2015).
///
/// Where the layers change the shape, the input has to be brought to the new one:
/// `y = shortcut(x) + layers(x)`.
///
/// - input: that of the layers
/// - output: that of the layers
///
/// @param spec what it was built from
/// @param layers the layers in order
/// @param shortcut what the input passes on its way around them
public record Residual(Spec spec, List<Layer> layers, Layer shortcut) implements BuiltLayer {
    /// Copies the list.
    public Residual {
        layers = List.copyOf(layers);
    }

    @Override
    public Tensor apply(Tensor x) {
        var around = shortcut.apply(x);
        var through = x;
        for (var layer : layers) {
            through = layer.apply(through);
        }
        if (!around.shape().equals(through.shape())) {
            throw new ShapeException(
                    "%s makes %s of an example, to which %s cannot be added (input %s): let the layers keep the shape, or give the shortcut a layer that makes the same of it, such as .shortcut(dense(%d).withoutBias())"
                            .formatted(
                                    spec,
                                    Probe.shape(through),
                                    Probe.shape(around),
                                    x.shape(),
                                    through.size(-1)));
        }
        return around.add(through);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// Layers with a way around them, before the sizes are known.
    ///
    /// @param layers the layers in order
    /// @param shortcut what the input passes on its way around them; `LINEAR` for nothing
    public record Spec(List<LayerSpec> layers, LayerSpec shortcut) implements LayerSpec {
        /// Copies the list.
        public Spec {
            layers = List.copyOf(layers);
        }

        /// Returns the usual spec: the input itself is added.
        public static Spec of(List<LayerSpec> layers) {
            return new Spec(layers, Activation.LINEAR);
        }

        /// Returns this spec with a layer that brings the input to the shape that the others make:
        /// `conv2d(64, 1).stride(2)` beside convolutions that halve a picture.
        public Spec shortcut(LayerSpec projection) {
            return new Spec(layers, projection);
        }

        @Override
        public Residual build(Shape input, Seed seed) {
            var built = new ArrayList<Layer>();
            var example = Probe.of(input, inputType());
            var y = example;
            for (var i = 0; i < layers.size(); i++) {
                var layer = layers.get(i).build(Probe.shape(y), seed.child(i));
                built.add(layer);
                y = layer.apply(y);
            }
            var around = shortcut.build(input, seed.child("shortcut"));
            var residual = new Residual(this, built, around);
            residual.apply(example);
            return residual;
        }

        @Override
        public DType inputType() {
            return new Sequential.Spec(layers).inputType();
        }

        @Override
        public String toString() {
            var call = Call.of("residual");
            layers.forEach(call::with);
            return call.then(
                            !shortcut.equals(Activation.LINEAR),
                            "shortcut(" + Call.text(shortcut) + ")")
                    .toString();
        }
    }
}
