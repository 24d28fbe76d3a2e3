package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// A layer that training leaves as it is, such as the trained beginning of a network whose end is to
/// learn something new.
///
/// Its parameters keep their names but are none of [dev.gradus.nn.Parameters#trainable]: an optimizer
/// passes them by, and no gradient is computed for them, though one flows through the layer to what
/// comes before it. In training it behaves as outside of training: a batch normalisation uses its
/// running mean and leaves it where it is, a dropout silences nothing.
///
/// To go on training it, use [#layer()] in its place.
///
/// - input and output: those of the layer
///
/// @param spec what it was built from
/// @param layer the layer
public record Frozen(Spec spec, Layer layer) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return Inference.of(layer.apply(x), x);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A frozen layer before it is built.
    ///
    /// @param layer the layer; one that has been trained brings its weights, any other keeps those it
    ///     begins with
    public record Spec(LayerSpec layer) implements LayerSpec {
        @Override
        public Frozen build(Shape input, Seed seed) {
            return new Frozen(this, layer.build(input, seed));
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }

        @Override
        public String toString() {
            return Call.of("frozen").with(layer).toString();
        }
    }
}
