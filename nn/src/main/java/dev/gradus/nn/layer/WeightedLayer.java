package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.tensor.Parameter;
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
}
