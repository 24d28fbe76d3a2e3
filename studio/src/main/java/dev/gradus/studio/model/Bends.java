package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DepthwiseConvolution;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.nn.layer.LowRank;
import dev.gradus.nn.layer.SpectralNorm;
import dev.gradus.nn.layer.TransposedConvolution;
import dev.gradus.nn.layer.WeightNorm;
import dev.gradus.nn.layer.WeightedLayer;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// The activations that layers carry within them.
final class Bends {
    private Bends() {}

    /// Returns the activation of a layer, or `LINEAR` if it has none.
    static Activation of(Object layer) {
        return switch (layer) {
            case Dense dense -> dense.spec().activation();
            case Convolution convolution -> convolution.spec().activation();
            case DepthwiseConvolution convolution -> convolution.spec().activation();
            case TransposedConvolution convolution -> convolution.spec().activation();
            case WeightNorm norm -> of(norm.layer());
            case SpectralNorm norm -> of(norm.layer());
            case LowRank adapted -> of(adapted.base().layer());
            case Memory memory -> memory.bend();
            default -> Activation.LINEAR;
        };
    }

    /// Returns what the activation of a layer is given when the layer is applied to `x`, if it has one.
    static Optional<Tensor> before(Layer layer, Tensor x) {
        return of(layer) instanceof Activation.Linear
                ? Optional.empty()
                : Optional.of(straight(layer).apply(x));
    }

    /// Returns the layer without its activation, with the same weights.
    static Layer straight(Layer layer) {
        return switch (layer) {
            case Dense(var spec, var weight, var bias) ->
                    new Dense(
                            new Dense.Spec(
                                    spec.outputs(),
                                    Activation.LINEAR,
                                    spec.bias(),
                                    spec.initializer()),
                            weight,
                            bias);
            case Convolution(var spec, var weight, var bias) ->
                    new Convolution(
                            new Convolution.Spec(
                                    spec.filters(),
                                    spec.size(),
                                    spec.stride(),
                                    spec.padding(),
                                    spec.dilation(),
                                    spec.groups(),
                                    Activation.LINEAR,
                                    spec.bias(),
                                    spec.initializer()),
                            weight,
                            bias);
            case DepthwiseConvolution(var spec, var weight, var bias) ->
                    new DepthwiseConvolution(
                            new DepthwiseConvolution.Spec(
                                    spec.size(),
                                    spec.stride(),
                                    spec.padding(),
                                    spec.dilation(),
                                    spec.multiplier(),
                                    Activation.LINEAR,
                                    spec.bias(),
                                    spec.initializer()),
                            weight,
                            bias);
            case TransposedConvolution(var spec, var weight, var bias) ->
                    new TransposedConvolution(
                            new TransposedConvolution.Spec(
                                    spec.filters(),
                                    spec.size(),
                                    spec.stride(),
                                    spec.padding(),
                                    spec.dilation(),
                                    spec.groups(),
                                    Activation.LINEAR,
                                    spec.bias(),
                                    spec.initializer()),
                            weight,
                            bias);
            case WeightNorm(var spec, var inner, var length) ->
                    new WeightNorm(spec, (WeightedLayer) straight(inner), length);
            case SpectralNorm(var spec, var inner, var left, var right) ->
                    new SpectralNorm(spec, (WeightedLayer) straight(inner), left, right);
            case LowRank(var spec, Frozen(var frozen, var inner), var down, var up) ->
                    new LowRank(spec, new Frozen(frozen, straight(inner)), down, up);
            default -> layer;
        };
    }
}
