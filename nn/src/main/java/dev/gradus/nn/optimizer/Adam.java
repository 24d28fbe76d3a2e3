package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Gives each weight a step of its own size, from running means of its gradient and of the
/// gradient's square (Kingma and Ba 2014).
///
/// With `g = gradient + weightDecay × w`, in step `t`:
///
/// - `m = beta1 × m + (1 - beta1) × g`, `v = beta2 × v + (1 - beta2) × g²`
/// - `w -= learningRate / (1 - beta1^t) × m / (√v / √(1 - beta2^t) + epsilon)`
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the mean of its square follows
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0; [AdamW] does that better
/// @param clipping the limit on gradients
public record Adam(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        Clipping clipping)
        implements OptimizerSpec {
    /// Checks the numbers.
    public Adam {
        Moments.check("adam", learningRate, beta1, beta2, epsilon, weightDecay);
    }

    /// Returns the usual rule.
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8, 0, Clipping.NONE);
    }

    /// Returns this rule with means that follow otherwise.
    public Adam betas(double first, double second) {
        return new Adam(learningRate, first, second, epsilon, weightDecay, clipping);
    }

    /// Returns this rule with another guard of the divisor.
    public Adam epsilon(double guard) {
        return new Adam(learningRate, beta1, beta2, guard, weightDecay, clipping);
    }

    /// Returns this rule with weights drawn towards 0.
    public Adam weightDecay(double strength) {
        return new Adam(learningRate, beta1, beta2, epsilon, strength, clipping);
    }

    /// Returns this rule with gradients no longer than `most`, taken as one vector.
    public Adam clipNorm(double most) {
        return clipping(new Clipping.ByNorm(most));
    }

    /// Returns this rule with no number of a gradient beyond `most`.
    public Adam clipValue(double most) {
        return clipping(new Clipping.ByValue(most));
    }

    private Adam clipping(Clipping limit) {
        return new Adam(learningRate, beta1, beta2, epsilon, weightDecay, limit);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public double[] rates(double rate, long step) {
        return Moments.rates(rate, beta1, beta2, step);
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var moments = Moments.next(memory, slope, beta1, beta2);
        return new Change(parameter.sub(moments.step(rates, epsilon)), moments.asList());
    }
}
