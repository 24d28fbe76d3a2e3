package dev.gradus.tensor.op;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;

/// Sums of products: where nearly all the time of a network goes.
public sealed interface Contract extends Op {
    /// The product of matrices: `[..., m, k]` and `[..., k, n]` give `[..., m, n]`. The leading axes are
    /// equal, or the second input is one matrix for all.
    record MatMul() implements Contract {}

    /// Slides a small window of weights over one to three spatial axes.
    ///
    /// Input `[batch, spatial..., channels]`, weight `[size..., channels / groups, outputs]`, result
    /// `[batch, positions..., outputs]`.
    record Convolve(Geometry geometry) implements Contract {}

    /// The gradient of [Convolve] with respect to its input, which has shape `input`. Inputs: the
    /// gradient of the result, the weight.
    record ConvolveInput(Geometry geometry, Shape input) implements Contract {}

    /// The gradient of [Convolve] with respect to its weight, which has shape `weight`. Inputs: the
    /// input of the convolution, the gradient of the result.
    record ConvolveWeight(Geometry geometry, Shape weight) implements Contract {}

    /// How a convolution walks: one number for each spatial axis, and the number of groups into which
    /// channels are parted.
    record Geometry(Ints stride, Ints padLow, Ints padHigh, Ints dilation, int groups) {}
}
