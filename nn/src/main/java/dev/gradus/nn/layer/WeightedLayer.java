package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// A layer whose numbers lie in one weight, of which others can be made before it is used: divided by
/// its largest stretch ([SpectralNorm]), parted in length and direction ([WeightNorm]).
public interface WeightedLayer extends BuiltLayer {
    /// Returns the weight, whose last axis counts what the layer makes.
    Parameter weight();

    /// Returns the output for a batch `x` with `weight` in the place of the layer's own.
    Tensor apply(Tensor x, Tensor weight);

    @Override
    default Tensor apply(Tensor x) {
        return apply(x, weight());
    }

    /// Returns what `layer` builds, for a wrapper that computes with its weight.
    ///
    /// @throws IllegalArgumentException if it has no single weight
    static WeightedLayer built(String wrapper, LayerSpec layer, Shape input, Seed seed) {
        if (layer.build(input, seed) instanceof WeightedLayer weighted) {
            return weighted;
        }
        throw new IllegalArgumentException(
                "%s was given %s, which has no single weight: wrap a layer such as dense(10) or conv2d(32, 3)"
                        .formatted(wrapper, Call.text(layer)));
    }
}
