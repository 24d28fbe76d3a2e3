package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// Randomly silences some inputs in training, so that no unit is relied on alone.
///
/// In training each number becomes 0 with probability `rate` and is divided by `1 - rate`
/// otherwise, which keeps its mean; outside of training it passes unchanged. (Srivastava, Hinton,
/// Krizhevsky, Sutskever and Salakhutdinov 2014.)
///
/// - input and output: `[batch, ...]`
///
/// @param rate the share that is silenced, at least 0 and below 1
public record Dropout(double rate) implements Stateless {
    /// Checks the rate.
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "dropout was given the rate %s: it is a share of the inputs, at least 0 and below 1, such as 0.2"
                            .formatted(rate));
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        if (rate == 0) {
            return x;
        }
        var silenced = Tensor.randomPerStep(x.shape()).less(rate);
        var training = silenced.where(Tensor.zerosLike(x), x.mul(1 / (1 - rate)));
        return Tensor.byMode(training, x);
    }

    @Override
    public String toString() {
        return "dropout(" + rate + ")";
    }
}
