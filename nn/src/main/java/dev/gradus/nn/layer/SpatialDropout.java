package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Randomly silences whole channels in training: neighbours in a picture or a sequence are so alike
/// that a single number could be guessed from those beside it.
///
/// In training each channel of each example becomes 0 everywhere with probability `rate` and is
/// divided by `1 - rate` otherwise; outside of training it passes unchanged. (Tompson, Goroshin,
/// Jain, LeCun and Bregler 2015.)
///
/// - input and output: `[batch, spatial..., channels]`, with at least one spatial axis
///
/// @param rate the share that is silenced, at least 0 and below 1
public record SpatialDropout(double rate) implements Stateless {
    /// Checks the rate.
    public SpatialDropout {
        Require.rate("spatialDropout", rate);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() < 3) {
            throw new ShapeException(
                    "%s silences channels of [batch, spatial..., channels] but receives %d axes (input %s): use dropout(%s) where there are no positions"
                            .formatted(this, x.rank(), x.shape(), rate));
        }
        if (rate == 0) {
            return x;
        }
        var silenced = Tensor.randomPerStep(StepNoise.oneForEachChannel(x)).less(rate);
        var training = silenced.where(Tensor.zerosLike(x), x.mul(1 / (1 - rate)));
        return Tensor.byMode(training, x);
    }

    @Override
    public String toString() {
        return "spatialDropout(" + rate + ")";
    }
}
