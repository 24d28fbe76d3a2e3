package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// How wrong an output is, as one number: what training makes small.
@FunctionalInterface
public interface Loss {
    /// Returns the mean loss of a batch, a scalar.
    ///
    /// @param output what the network made of the batch
    /// @param target what it should have made
    Tensor apply(Tensor output, Tensor target);
}
