package dev.gradus.studio.playground;

import dev.gradus.nn.layer.Activation;

/// The activation of the hidden layers.
enum Bend {
    TANH(Activation.TANH),
    RELU(Activation.RELU),
    SIGMOID(Activation.SIGMOID),
    LINEAR(Activation.LINEAR),
    LEAKY_RELU(Activation.LEAKY_RELU),
    GELU(Activation.GELU);

    private final Activation activation;

    Bend(Activation activation) {
        this.activation = activation;
    }

    Activation activation() {
        return activation;
    }
}
