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

/// Shows each layer what all before it have made, and the input, side by side as channels:
/// `y = [x, f₁(x), f₂([x, f₁(x)]), ...]` (Huang, Liu, van der Maaten and Weinberger 2016).
///
/// The channels grow by those that each layer adds, the growth of the paper.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, spatial..., channels + those of all layers]`
///
/// @param spec what it was built from
/// @param layers the layers in order
public record DenseBlock(Spec spec, List<Layer> layers) implements BuiltLayer {
    /// Copies the list.
    public DenseBlock {
        layers = List.copyOf(layers);
    }

    @Override
    public Tensor apply(Tensor x) {
        var all = x;
        for (var layer : layers) {
            all = spec.beside(all, layer.apply(all));
        }
        return all;
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// Layers that see all before them, before the sizes are known.
    ///
    /// @param layers the layers in order; each keeps all sizes but that of the channels
    public record Spec(List<LayerSpec> layers) implements LayerSpec {
        /// Copies the list.
        public Spec {
            layers = List.copyOf(layers);
        }

        @Override
        public DenseBlock build(Shape input, Seed seed) {
            var built = new ArrayList<Layer>();
            var all = Probe.of(input, inputType());
            for (var i = 0; i < layers.size(); i++) {
                var layer = layers.get(i).build(Probe.shape(all), seed.child(i));
                built.add(layer);
                all = beside(all, layer.apply(all));
            }
            return new DenseBlock(this, built);
        }

        private Tensor beside(Tensor all, Tensor made) {
            var rank = all.rank();
            if (made.rank() != rank
                    || !made.shape().range(0, rank - 1).equals(all.shape().range(0, rank - 1))) {
                throw new ShapeException(
                        "%s lays what its layers make side by side, but one makes %s of %s: only the last axis may change, so give convolutions padding(SAME)"
                                .formatted(this, Probe.shape(made), Probe.shape(all)));
            }
            return Tensor.concatenate(-1, all, made);
        }

        @Override
        public DType inputType() {
            return new Sequential.Spec(layers).inputType();
        }

        @Override
        public String toString() {
            var call = Call.of("denseBlock");
            layers.forEach(call::with);
            return call.toString();
        }
    }
}
