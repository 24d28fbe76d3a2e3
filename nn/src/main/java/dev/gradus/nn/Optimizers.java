package dev.gradus.nn;

import dev.gradus.nn.optimizer.Adam;
import dev.gradus.nn.optimizer.AdamW;
import dev.gradus.nn.optimizer.Sgd;

/// The optimizers by the names under which they are written down; meant for `import static`.
public final class Optimizers {
    private Optimizers() {}

    /// Returns stochastic gradient descent: see [Sgd].
    public static Sgd sgd(double learningRate) {
        return Sgd.of(learningRate);
    }

    /// Returns a rule with a step size for each weight: see [Adam].
    public static Adam adam(double learningRate) {
        return Adam.of(learningRate);
    }

    /// Returns [Adam] with a better weight decay, of 0.01 unless another is said: see [AdamW].
    public static AdamW adamW(double learningRate) {
        return AdamW.of(learningRate);
    }
}
