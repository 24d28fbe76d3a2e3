package dev.gradus.nn;

import dev.gradus.tensor.CustomGradient;
import dev.gradus.tensor.GradientRule;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// A layer with a hook behind it.
///
/// @param layer the layer
/// @param name what the hook is told the layer is called
/// @param hook the hook
record Hooked(Layer layer, String name, Hook hook) implements Layer {
    @Override
    public Tensor apply(Tensor x) {
        var y = hook.output(name, layer.apply(x));
        return CustomGradient.ofAll(List::getFirst, new Back(name, hook)).apply(y);
    }

    /// Equal for the same hook of the same layer, so that the next step is known to be alike.
    private record Back(String name, Hook hook) implements GradientRule {
        @Override
        public List<Tensor> back(List<Tensor> inputs, Tensor output, Tensor up) {
            return List.of(hook.gradient(name, up));
        }
    }

    @Override
    public String toString() {
        return Text.of(layer);
    }
}
