package dev.gradus.nn.layer;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;

/// Random numbers that are new in each training step.
final class StepNoise {
    private StepNoise() {}

    /// Returns numbers of the standard normal distribution (Box and Muller 1958).
    static Tensor normal(Shape shape) {
        // 1 - u is never 0, so that its logarithm is finite
        var radius = Tensor.randomPerStep(shape).rsub(1).log().mul(-2).sqrt();
        return radius.mul(Tensor.randomPerStep(shape).mul(2 * Math.PI).cos());
    }

    /// Returns the shape with one number for each example of `x`, to be used for all its numbers.
    static Shape oneForEachExample(Tensor x) {
        var sizes = ones(x);
        sizes[0] = x.size(0);
        return Shape.of(sizes);
    }

    /// Returns the shape with one number for each channel of each example of `x`.
    static Shape oneForEachChannel(Tensor x) {
        var sizes = ones(x);
        sizes[0] = x.size(0);
        sizes[sizes.length - 1] = x.size(-1);
        return Shape.of(sizes);
    }

    private static int[] ones(Tensor x) {
        var sizes = new int[x.rank()];
        Arrays.fill(sizes, 1);
        return sizes;
    }
}
