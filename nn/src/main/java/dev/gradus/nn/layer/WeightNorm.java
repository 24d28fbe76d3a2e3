package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.stream.IntStream;

/// Learns the length and the direction of each output's weights apart, which often makes training
/// faster: `w = length × v / ‖v‖` (Salimans and Kingma 2016).
///
/// It begins with just the layer it is given. A layer that begins with weights of 0 has no direction
/// to keep.
///
/// - input and output: those of the layer
///
/// @param spec what it was built from
/// @param layer the layer, whose weight holds the directions
/// @param length how long the weights of each output are, `[outputs]`
public record WeightNorm(Spec spec, WeightedLayer layer, Parameter length) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        var weight = layer.weight();
        return layer.apply(x, weight.mul(length.div(lengths(weight))));
    }

    private static Tensor lengths(Tensor weight) {
        var axes = IntStream.range(0, weight.rank() - 1).toArray();
        return weight.square().sum(axes).maximum(1e-24).sqrt();
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A weight normalisation before its layer is built.
    ///
    /// @param layer a layer with one weight, such as a dense layer or a convolution
    public record Spec(LayerSpec layer) implements LayerSpec {
        @Override
        public WeightNorm build(Shape input, Seed seed) {
            var built = WeightedLayer.built("weightNorm", layer, input, seed.child("layer"));
            return new WeightNorm(this, built, Parameter.of(lengths(built.weight())));
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }

        @Override
        public String toString() {
            return Call.of("weightNorm").with(layer).toString();
        }
    }
}
