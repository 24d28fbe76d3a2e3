package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.layer.MixtureOfExperts;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.Map;

/// How much each expert of a mixture counts.
///
/// @param mixture the mixture
record Gates(MixtureOfExperts mixture) implements Layer, Inner {
    @Override
    public Tensor apply(Tensor x) {
        return mixture.gates(x);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("gate", mixture.gate());
    }

    @Override
    public String toString() {
        return "how much each expert counts";
    }
}
