package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The smooth relative of the [Hinge] loss, which never quite stops asking for more.
///
/// With `y` 1 for yes and -1 for no, a score `x` loses `log(1 + e^(-y x))`. For answers that are
/// certain this is [BinaryCrossEntropy].
///
/// - output: scores `[batch, ...]`, any number; its sign is the answer
/// - target: truth values, or numbers of which those above 0 mean yes, of the same shape
/// - each: the same shape
public record SoftMargin() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        return Signs.of(this, output, target).mul(output).neg().softplus();
    }

    @Override
    public String toString() {
        return "softMargin()";
    }
}
