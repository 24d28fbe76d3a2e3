package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Asks of each answer yes or no to be right by a margin of 1, and of nothing more: the loss of
/// support vector machines (Cortes and Vapnik 1995).
///
/// With `y` 1 for yes and -1 for no, a score `x` loses `max(0, 1 - y x)`.
///
/// - output: scores `[batch, ...]`, any number; its sign is the answer
/// - target: truth values, or numbers of which those above 0 mean yes, of the same shape
/// - each: the same shape
public record Hinge() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        return Signs.of(this, output, target).mul(output).rsub(1).relu();
    }

    @Override
    public String toString() {
        return "hinge()";
    }
}
