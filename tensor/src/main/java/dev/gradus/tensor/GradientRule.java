package dev.gradus.tensor;

import java.util.List;

/// How a gradient goes back through a computation of one's own, in place of what its operations say:
/// see [CustomGradient].
@FunctionalInterface
public interface GradientRule {
    /// Returns the gradient of each input: what `up × y` changes by when it changes a little.
    ///
    /// @param inputs what the result was made from
    /// @param output the result
    /// @param up the gradient of the result, of its shape
    List<Tensor> back(List<Tensor> inputs, Tensor output, Tensor up);
}
