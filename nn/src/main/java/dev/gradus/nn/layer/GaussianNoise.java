package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// Adds a little noise to each number in training, so that a network learns not to mind it:
/// `y = x + deviation × n`, where `n` is normally distributed.
///
/// Outside of training numbers pass unchanged. It is the same as a price on large weights for a
/// network without bends (Bishop 1995).
///
/// - input and output: `[batch, ...]`
///
/// @param deviation the standard deviation of the noise, 0 or more
public record GaussianNoise(double deviation) implements Stateless {
    /// Checks the deviation.
    public GaussianNoise {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException(
                    "gaussianNoise was given the deviation %s: give 0 or more, such as 0.1"
                            .formatted(deviation));
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        var noise = StepNoise.normal(x.shape()).mul(deviation).cast(x.type());
        return Tensor.byMode(x.add(noise), x);
    }

    @Override
    public String toString() {
        return "gaussianNoise(" + deviation + ")";
    }
}
