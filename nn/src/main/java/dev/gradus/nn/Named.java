package dev.gradus.nn;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// A layer with a name, by which it is found again: `dense(64, RELU).named("features")`.
///
/// In a list of layers the name stands where the number of the layer would: its parameters are called
/// `features.weight` rather than `3.weight`, the summary shows it, and [Sequential#upTo(String)] ends
/// there. Otherwise it is just the layer.
///
/// @param spec what it was built from
/// @param layer the layer
public record Named(Spec spec, Layer layer) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return layer.apply(x);
    }

    /// Returns the name.
    public String name() {
        return spec.name;
    }

    /// Returns the name of the layer in its list: its own, or its number.
    static String in(Object layer, int index) {
        return layer instanceof Named named ? named.name() : Integer.toString(index);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A layer with a name before it is built.
    ///
    /// @param name the name: letters, digits, `_` and `-`, beginning with a letter
    /// @param layer the layer
    public record Spec(String name, LayerSpec layer) implements LayerSpec {
        /// Checks the name.
        public Spec {
            // a number would be taken for a place, a dot for a part
            if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
                throw new IllegalArgumentException(
                        "a layer was to be named '%s': a name begins with a letter and holds letters, digits, _ and -"
                                .formatted(name));
            }
        }

        @Override
        public Named build(Shape input, Seed seed) {
            return new Named(this, layer.build(input, seed));
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }

        @Override
        public String toString() {
            return "%s.named(\"%s\")".formatted(Text.of(layer), name);
        }
    }
}
