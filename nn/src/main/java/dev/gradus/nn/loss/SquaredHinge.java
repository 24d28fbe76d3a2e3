package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// The square of the [Hinge] loss: smooth at the margin, and harder on large mistakes.
///
/// With `y` 1 for yes and -1 for no, a score `x` loses `max(0, 1 - y x)²`.
///
/// - output: scores `[batch, ...]`, any number; its sign is the answer
/// - target: truth values, or numbers of which those above 0 mean yes, of the same shape
/// - each: the same shape
public record SquaredHinge() implements Loss {
    @Override
    public Tensor each(Tensor output, Tensor target) {
        return Signs.of(this, output, target).mul(output).rsub(1).relu().square();
    }

    @Override
    public String toString() {
        return "squaredHinge()";
    }
}
