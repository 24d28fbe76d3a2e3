package dev.gradus.studio.playground;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// How the loss of all seen points, with the price on weights, changes with each weight and bias: its
/// gradient.
final class Slopes {
    private Slopes() {}

    /// Returns the gradients of all weights and biases, layer by layer.
    static List<float[]> of(Experiment experiment, Sequential network) {
        var lessons = experiment.lessons();
        var gradients =
                Gradients.of(
                        lessons.price(network, lessons.everySeen()),
                        List.copyOf(Parameters.trainable(network).values()));
        Tensor.realize(gradients.toArray(Tensor[]::new));
        return gradients.stream().map(Tensor::toFloats).toList();
    }
}
